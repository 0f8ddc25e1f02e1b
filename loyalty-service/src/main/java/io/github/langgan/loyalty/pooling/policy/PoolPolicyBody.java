package io.github.langgan.loyalty.pooling.policy;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.loyalty.model.pool.PoolPolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "PoolPolicy",
    description = "What pools of a program have to keep to.",
    examples = "{\"allowed\":true,\"membersAtMost\":6,\"waitDays\":90}")
record PoolPolicyBody(
    @NotNull @Schema(description = "False: members of the program spend their own points only")
        @Nullable Boolean allowed,
    @Min(2) @Max(20) @Schema(description = "Of a pool, invited ones too", defaultValue = "10")
        @Nullable Integer membersAtMost,
    @Positive
        @Max(3_650)
        @Schema(
            description =
                "For so many days who left a pool joins no other; absent: it may join one at once")
        @Nullable Integer waitDays) {

  static PoolPolicyBody from(PoolPolicy policy) {
    return new PoolPolicyBody(policy.allowed(), policy.membersAtMost(), policy.waitDays());
  }

  PoolPolicy policy(long version) {
    return new PoolPolicy(
        requireNonNull(allowed),
        requireNonNullElse(membersAtMost, PoolPolicy.USUAL_MEMBERS),
        waitDays,
        version);
  }
}
