package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CardNumber;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Program;
import java.time.Instant;
import java.util.UUID;

public record MembershipOpenedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    String programName,
    String cardNumber,
    Instant openedAt,
    BalanceV1 balance)
    implements MembershipEvent {

  public static MembershipOpenedV1 of(Membership membership, Program program, CardNumber card) {
    return new MembershipOpenedV1(
        membership.id().value(),
        membership.customer().value(),
        program.id().value(),
        program.name(),
        card.digits(),
        membership.openedAt(),
        BalanceV1.of(Balance.NONE));
  }

  @Override
  public String type() {
    return "membership.opened";
  }
}
