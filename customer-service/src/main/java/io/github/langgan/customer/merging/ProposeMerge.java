package io.github.langgan.customer.merging;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerMergeProposedV1;
import io.github.langgan.customer.model.Registrant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Asks all services what a merge would do, and changes nothing. */
@Singleton
class ProposeMerge {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LockPair lockPair;
  private final Survivorship survivorship;
  private final Merges merges;
  private final Operations operations;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Clock clock;

  ProposeMerge(
      LockPair lockPair,
      Survivorship survivorship,
      Merges merges,
      Operations operations,
      DueWork dueWork,
      Outbox outbox,
      Clock clock) {
    this.lockPair = lockPair;
    this.survivorship = survivorship;
    this.merges = merges;
    this.operations = operations;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  MergeResult propose(MergeRequest request, Registrant by) {
    return lockPair
        .obstacle(request)
        .orElseGet(() -> propose(lockPair.pair(request.survivor(), request.merged()), by));
  }

  private MergeResult propose(Pair pair, Registrant by) {
    Instant now = clock.instant();
    Instant answerBy = now.plus(PATIENCE);
    UUID id = UuidV7.next();
    Survival survival = pair.under(survivorship);
    merges.add(id, pair, survival, by.who(), now, operations.start("preview-merge"), answerBy);
    dueWork.schedule(OverduePreviews.KIND, id.toString(), answerBy, "");
    outbox.append(
        new CustomerMergeProposedV1(
            id, pair.survivor().id().value(), pair.merged().id().value(), now, answerBy));
    return new MergeResult.Begun(id);
  }
}
