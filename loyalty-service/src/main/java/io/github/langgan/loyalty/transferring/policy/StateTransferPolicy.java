package io.github.langgan.loyalty.transferring.policy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.transferring.policy.TransferPolicy.Most;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts for transfers made afterwards. */
@Singleton
class StateTransferPolicy {

  private final Programs programs;
  private final TransferPolicies policies;
  private final Audit audit;

  StateTransferPolicy(Programs programs, TransferPolicies policies, Audit audit) {
    this.programs = programs;
    this.policies = policies;
    this.audit = audit;
  }

  /** Empty when there is no such program. */
  @Transactional
  Optional<TransferPolicy> state(UUID program, TransferPolicyBody stated, IfMatch ifMatch) {
    return programs
        .lock(new ProgramId(program))
        .map(
            locked -> {
              TransferPolicy before = policies.of(locked.id());
              ifMatch.check(before.version());
              TransferPolicy policy = stated.policy(before.version() + 1);
              policies.put(locked.id(), policy);
              audit.record("transfer-policy.stated", "program", locked.id(), "", details(policy));
              return policy;
            });
  }

  private static Map<String, Object> details(TransferPolicy policy) {
    Map<String, Object> details = new HashMap<>();
    details.put("allowed", policy.allowed());
    add(details, "leastPoints", policy.least());
    add(details, "given", policy.given());
    add(details, "received", policy.received());
    add(details, "recipients", policy.recipients());
    add(details, "pinAbove", policy.pinAbove());
    return details;
  }

  private static void add(Map<String, Object> details, String name, @Nullable Object stated) {
    if (stated instanceof Most most) {
      details.put(name, most.amount() + " a " + most.period());
    } else if (stated != null) {
      details.put(name, stated);
    }
  }
}
