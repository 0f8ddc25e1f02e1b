package io.github.langgan.complaint.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.MergeAppliedV1;
import io.github.langgan.complaint.contract.MergePreviewedV1;
import io.github.langgan.complaint.contract.MergeUndoneV1;
import io.github.langgan.complaint.merging.MergeCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers each merge, split and proposal once, in their order. */
@Singleton
class AnswerMerges {

  static final String MERGED = "customer.merged";
  static final String UNMERGED = "customer.unmerged";
  static final String MERGE_PROPOSED = "customer.merge-proposed";
  static final Set<String> TYPES = Set.of(MERGED, UNMERGED, MERGE_PROPOSED);

  private final Aliases aliases;
  private final MergeCases cases;
  private final Outbox outbox;
  private final Clock clock;

  AnswerMerges(Aliases aliases, MergeCases cases, Outbox outbox, Clock clock) {
    this.aliases = aliases;
    this.cases = cases;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The fields of all three that we read; a proposal has an id of its own. */
  record MergeTold(@Nullable UUID mergeId, @Nullable UUID proposalId, UUID survivor, UUID merged) {
    MergeTold {
      requireNonNull(survivor, "survivor");
      requireNonNull(merged, "merged");
    }
  }

  /** Before the batch changes anything: writers that wait for a row hold the lock already. */
  void lockBefore(List<ReceivedEvent> events) {
    if (events.stream().anyMatch(event -> !event.type().equals(MERGE_PROPOSED))) {
      aliases.lock();
    }
  }

  void answer(List<ReceivedEvent> events) {
    outbox.appendEffects(events.stream().map(event -> new Effect(answer(event), event)).toList());
  }

  private PublishedEvent answer(ReceivedEvent event) {
    MergeTold told = event.as(MergeTold.class);
    return switch (event.type()) {
      case MERGED ->
          new MergeAppliedV1(
              requireNonNull(told.mergeId(), "mergeId"),
              clock.instant(),
              cases.merge(told.merged(), told.survivor()));
      case UNMERGED ->
          new MergeUndoneV1(
              requireNonNull(told.mergeId(), "mergeId"),
              clock.instant(),
              cases.split(told.merged(), told.survivor()),
              List.of());
      case MERGE_PROPOSED ->
          new MergePreviewedV1(
              requireNonNull(told.proposalId(), "proposalId"),
              clock.instant(),
              cases.preview(told.merged()));
      default -> throw new IllegalArgumentException(event.type());
    };
  }
}
