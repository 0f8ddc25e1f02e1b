package io.github.langgan.loyalty.returning.policy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.ledger.ReturnPolicies;
import io.github.langgan.loyalty.model.ledger.ReturnPolicy;
import io.github.langgan.loyalty.model.ledger.SpentPoints;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Counts for returns that are heard of afterwards; what is owed already follows it too. */
@Singleton
class StateReturnPolicy {

  private final Programs programs;
  private final ReturnPolicies policies;
  private final Audit audit;

  StateReturnPolicy(Programs programs, ReturnPolicies policies, Audit audit) {
    this.programs = programs;
    this.policies = policies;
    this.audit = audit;
  }

  /** Empty when there is no such program. */
  @Transactional
  Optional<ReturnPolicy> state(ProgramId program, SpentPoints spentPoints, IfMatch ifMatch) {
    return programs
        .lock(program)
        .map(
            locked -> {
              ReturnPolicy before = policies.of(locked.id());
              ifMatch.check(before.version());
              ReturnPolicy policy = new ReturnPolicy(spentPoints, before.version() + 1);
              policies.put(locked.id(), policy);
              audit.record(
                  "return-policy.stated",
                  "program",
                  locked.id(),
                  "",
                  Map.of("spentPoints", spentPoints.name()));
              return policy;
            });
  }
}
