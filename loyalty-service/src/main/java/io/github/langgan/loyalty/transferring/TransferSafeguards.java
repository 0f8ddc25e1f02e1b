package io.github.langgan.loyalty.transferring;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.transferring.policy.TransferPolicy;
import io.github.langgan.loyalty.transferring.policy.TransferPolicy.Most;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What protects members and the program from transfers; each throws a {@link Problem}. */
@Singleton
class TransferSafeguards {

  private final MemberTransfers transfers;
  private final Programs programs;

  TransferSafeguards(MemberTransfers transfers, Programs programs) {
    this.transfers = transfers;
    this.programs = programs;
  }

  void checkSize(TransferPolicy policy, long points) {
    if (policy.least() != null && points < policy.least()) {
      throw TransferProblems.tooFew(policy.least());
    }
  }

  /** Under the locks of both accounts: nobody else adds to what was given or received. */
  void checkLimits(
      Membership giver, Membership recipient, TransferPolicy policy, long points, Instant now) {
    @Nullable Most given = policy.given();
    if (given != null) {
      long left = given.amount() - transfers.givenSince(giver, start(giver, given, now));
      if (points > left) {
        throw TransferProblems.limit("points", Math.max(0, left), given.period());
      }
    }
    @Nullable Most recipients = policy.recipients();
    if (recipients != null) {
      Instant start = start(giver, recipients, now);
      if (transfers.recipientsSince(giver, recipient, start) >= recipients.amount()) {
        throw TransferProblems.limit("recipients", 0, recipients.period());
      }
    }
    @Nullable Most received = policy.received();
    if (received != null) {
      Instant start = start(recipient, received, now);
      if (points > received.amount() - transfers.receivedSince(recipient, start)) {
        throw TransferProblems.recipientLimit();
      }
    }
  }

  private Instant start(Membership member, Most most, Instant now) {
    ZoneId zone = programs.withIds(List.of(member.program())).get(member.program()).zone();
    return most.period().beginningFor(now, zone);
  }
}
