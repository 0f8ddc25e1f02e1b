package io.github.langgan.loyalty.returning.policy;

import io.github.langgan.loyalty.model.ledger.ReturnPolicy;
import io.github.langgan.loyalty.model.ledger.SpentPoints;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ReturnPolicy",
    description = "What becomes of points that a return should take and that the member has spent.",
    examples = "{\"spentPoints\":\"DEBT\"}")
record ReturnPolicyBody(
    @NotNull
        @Schema(
            description =
                "WITHIN_BALANCE: they are told, and not asked for. DEBT: what is earned later pays"
                    + " them, and what comes back of redemptions. NEGATIVE_BALANCE: the balance is"
                    + " less by them, and any points pay them")
        @Nullable SpentPoints spentPoints) {

  static ReturnPolicyBody from(ReturnPolicy policy) {
    return new ReturnPolicyBody(policy.spentPoints());
  }
}
