package io.github.langgan.loyalty.transferring.policy;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.transferring.policy.TransferPolicy.Most;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "TransferPolicy",
    description = "What transfers between members of a program have to keep to.",
    examples =
        """
        {"allowed":true,"leastPoints":100,"given":{"points":20000,"period":"YEAR"},\
        "received":{"points":50000,"period":"YEAR"},"recipients":{"members":5,"period":"YEAR"},\
        "pinAbove":1000}""")
record TransferPolicyBody(
    @NotNull @Schema(description = "False: members of the program give each other nothing")
        @Nullable Boolean allowed,
    @Positive @Max(MOST) @Schema(description = "Of a transfer; absent: one")
        @Nullable Long leastPoints,
    @Valid @Schema(description = "What a member may give; absent: all that it has")
        @Nullable MostPoints given,
    @Valid @Schema(description = "What a member may receive from all others; absent: anything")
        @Nullable MostPoints received,
    @Valid @Schema(description = "To how many others a member may give; absent: to all")
        @Nullable MostMembers recipients,
    @PositiveOrZero
        @Max(MOST)
        @Schema(description = "More points than these take the giver's PIN; absent: none do")
        @Nullable Long pinAbove) {

  static final long MOST = 1_000_000_000_000L;

  @Schema(name = "MostPoints")
  record MostPoints(
      @NotNull @Positive @Max(MOST) @Nullable Long points,
      @NotNull @Schema(description = "Of the calendar, where the program lives")
          @Nullable CapPeriod period) {

    static @Nullable MostPoints from(@Nullable Most most) {
      return most == null ? null : new MostPoints(most.amount(), most.period());
    }
  }

  @Schema(name = "MostMembers")
  record MostMembers(
      @NotNull @Positive @Max(1_000_000) @Nullable Long members,
      @NotNull @Schema(description = "Of the calendar, where the program lives")
          @Nullable CapPeriod period) {

    static @Nullable MostMembers from(@Nullable Most most) {
      return most == null ? null : new MostMembers(most.amount(), most.period());
    }
  }

  static TransferPolicyBody from(TransferPolicy policy) {
    return new TransferPolicyBody(
        policy.allowed(),
        policy.least(),
        MostPoints.from(policy.given()),
        MostPoints.from(policy.received()),
        MostMembers.from(policy.recipients()),
        policy.pinAbove());
  }

  TransferPolicy policy(long version) {
    return new TransferPolicy(
        requireNonNull(allowed),
        leastPoints,
        most(given),
        most(received),
        recipients == null
            ? null
            : new Most(requireNonNull(recipients.members()), requireNonNull(recipients.period())),
        pinAbove,
        version);
  }

  private static @Nullable Most most(@Nullable MostPoints stated) {
    return stated == null
        ? null
        : new Most(requireNonNull(stated.points()), requireNonNull(stated.period()));
  }
}
