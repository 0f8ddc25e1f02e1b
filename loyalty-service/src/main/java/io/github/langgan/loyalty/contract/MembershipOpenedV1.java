package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.card.Card;
import java.time.Instant;
import java.util.UUID;

public record MembershipOpenedV1(
    UUID membershipId,
    UUID customerId,
    UUID programId,
    String programName,
    UUID cardId,
    String cardNumber,
    Instant openedAt,
    BalanceV1 balance)
    implements MembershipEvent {

  public static MembershipOpenedV1 of(Membership membership, Program program, Card card) {
    return new MembershipOpenedV1(
        membership.id().value(),
        membership.cameFor().value(),
        program.id().value(),
        program.name(),
        card.id().value(),
        card.number().digits(),
        membership.openedAt(),
        BalanceV1.of(Balance.NONE));
  }

  @Override
  public String type() {
    return "membership.opened";
  }
}
