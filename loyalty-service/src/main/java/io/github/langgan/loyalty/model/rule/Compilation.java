package io.github.langgan.loyalty.model.rule;

import java.util.List;

public sealed interface Compilation {

  record Compiled(CompiledRule rule) implements Compilation {}

  record Refused(List<RuleError> errors) implements Compilation {}
}
