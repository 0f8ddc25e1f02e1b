package io.github.langgan.loyalty.model.rule;

import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Set;

/** What became of one expression. */
public sealed interface Compilation {

  /**
   * @param mentioned the variables that it mentions
   */
  record Compiled(CelRuntime.Program program, Set<String> mentioned) implements Compilation {}

  record Refused(List<RuleError> errors) implements Compilation {}
}
