package io.github.langgan.loyalty.pooling.policy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.pool.PoolPolicies;
import io.github.langgan.loyalty.model.pool.PoolPolicy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Counts from now on; who is in a pool stays there. */
@Singleton
class StatePoolPolicy {

  private final Programs programs;
  private final PoolPolicies policies;
  private final Audit audit;

  StatePoolPolicy(Programs programs, PoolPolicies policies, Audit audit) {
    this.programs = programs;
    this.policies = policies;
    this.audit = audit;
  }

  /** Empty when there is no such program. */
  @Transactional
  Optional<PoolPolicy> state(UUID program, PoolPolicyBody stated, IfMatch ifMatch) {
    return programs
        .lock(new ProgramId(program))
        .map(
            locked -> {
              PoolPolicy before = policies.of(locked.id());
              ifMatch.check(before.version());
              PoolPolicy policy = stated.policy(before.version() + 1);
              policies.put(locked.id(), policy);
              audit.record("pool-policy.stated", "program", locked.id(), "", details(policy));
              return policy;
            });
  }

  private static Map<String, Object> details(PoolPolicy policy) {
    Map<String, Object> details = new HashMap<>();
    details.put("allowed", policy.allowed());
    details.put("membersAtMost", policy.membersAtMost());
    if (policy.waitDays() != null) {
      details.put("waitDays", policy.waitDays());
    }
    return details;
  }
}
