package io.github.langgan.loyalty.redeeming.policy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Counts for redemptions that begin afterwards. */
@Singleton
class StateRedemptionPolicy {

  private final Programs programs;
  private final RedemptionPolicies policies;
  private final Audit audit;

  StateRedemptionPolicy(Programs programs, RedemptionPolicies policies, Audit audit) {
    this.programs = programs;
    this.policies = policies;
    this.audit = audit;
  }

  /** Empty when there is no such program. */
  @Transactional
  Optional<RedemptionPolicy> state(UUID program, RedemptionPolicyBody stated, IfMatch ifMatch) {
    return programs
        .lock(new ProgramId(program))
        .map(
            locked -> {
              RedemptionPolicy before = policies.of(locked.id());
              ifMatch.check(before.version());
              RedemptionPolicy policy = stated.policy(before.version() + 1);
              policies.put(locked.id(), policy);
              audit.record("redemption-policy.stated", "program", locked.id(), "", details(policy));
              return policy;
            });
  }

  private static Map<String, Object> details(RedemptionPolicy policy) {
    Map<String, Object> details = new HashMap<>();
    if (policy.limit() != null) {
      details.put("limit", policy.limit().points() + " a " + policy.limit().period());
    }
    if (policy.pinAbove() != null) {
      details.put("pinAbove", policy.pinAbove());
    }
    if (policy.confirmationAbove() != null) {
      details.put("confirmationAbove", policy.confirmationAbove());
    }
    return details;
  }
}
