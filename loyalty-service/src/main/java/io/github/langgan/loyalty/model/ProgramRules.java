package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of programs, compiled once: terms never change. */
@Singleton
public class ProgramRules {

  private final RuleCompiler compiler;
  private final Map<Version, CompiledRules> compiled = new ConcurrentHashMap<>();

  private record Version(ProgramId program, int version) {}

  public ProgramRules(RuleCompiler compiler) {
    this.compiler = compiler;
  }

  public CompiledRules of(Program program, Terms terms) {
    return compiled.computeIfAbsent(
        new Version(program.id(), terms.version()),
        version -> compiler.compile(terms.rules(), program.zone()));
  }
}
