package io.github.langgan.loyalty.earning;

import io.github.langgan.loyalty.model.ProgramRules;

/** The act of earning, outside of a container. */
public final class Earners {

  private Earners() {}

  public static EarnPoints with(ProgramRules rules) {
    return new EarnPoints(rules);
  }
}
