package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.tier.TierScheme;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Adds a version to how a program's members rise and fall. */
@Singleton
class WriteTierScheme {

  private final Programs programs;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  WriteTierScheme(Programs programs, DueWork dueWork, Audit audit, Clock clock) {
    this.programs = programs;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty when there is no such program. Throws a {@link Problem} for a wrong scheme. */
  @Transactional
  public Optional<TierScheme> write(ProgramId id, WriteTierSchemeRequest request) {
    return programs.lock(id).map(program -> write(program, request));
  }

  private TierScheme write(Program program, WriteTierSchemeRequest request) {
    Instant now = clock.instant();
    Instant from = request.effectiveFrom() == null ? now : request.effectiveFrom();
    if (from.isBefore(now)) {
      throw Problem.invalid(
          "/effectiveFrom", "past", "must not be past: members have been told of their tiers");
    }
    TierScheme scheme = TierSchemeCheck.scheme(request, program.tierSchemes().size() + 1, from);
    programs.add(program.id(), scheme);
    dueWork.schedule(
        EnactTierScheme.KIND, program.id() + "/" + scheme.version(), scheme.effectiveFrom(), "");
    audit.record(
        "tier-scheme.written", "program", program.id(), "", Map.of("version", scheme.version()));
    return scheme;
  }
}
