package io.github.langgan.loyalty.earning;

import io.github.langgan.loyalty.model.rule.RuleCompiler;

/** The act of earning, outside of a container. */
public final class Earners {

  private Earners() {}

  public static EarnPoints with(RuleCompiler rules) {
    return new EarnPoints(rules);
  }
}
