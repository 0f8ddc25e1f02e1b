package io.github.langgan.loyalty.model.rule;

import dev.cel.runtime.CelRuntime;
import org.jspecify.annotations.Nullable;

/** A rule ready to be evaluated. Safe for use by several threads. */
record CompiledRule(
    EarningRule rule, CelRuntime.@Nullable Program condition, CelRuntime.Program expression) {}
