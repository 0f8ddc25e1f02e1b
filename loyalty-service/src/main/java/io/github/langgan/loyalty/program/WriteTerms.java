package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.Terms;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Adds a version to what a program promises. */
@Singleton
class WriteTerms {

  private final Programs programs;
  private final TermsCheck termsCheck;
  private final Audit audit;
  private final Clock clock;

  WriteTerms(Programs programs, TermsCheck termsCheck, Audit audit, Clock clock) {
    this.programs = programs;
    this.termsCheck = termsCheck;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty when there is no such program. Throws a {@link Problem} for wrong terms. */
  @Transactional
  public Optional<Terms> write(ProgramId id, WriteTermsRequest request) {
    Optional<Program> program = programs.lock(id);
    return program.map(one -> write(one, request));
  }

  private Terms write(Program program, WriteTermsRequest request) {
    Instant now = clock.instant();
    Instant activeFrom = request.activeFrom() == null ? now : request.activeFrom();
    if (activeFrom.isBefore(now)) {
      throw Problem.invalid(
          "/activeFrom", "past", "must not be past: purchases since have earned by other terms");
    }
    Terms terms = termsCheck.terms(request, program.terms().size() + 1, activeFrom);
    programs.add(program.id(), terms);
    audit.record("terms.written", "program", program.id(), "", Map.of("version", terms.version()));
    return terms;
  }
}
