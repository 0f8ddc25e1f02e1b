package io.github.langgan.profile.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.merging.MergeCustomers;
import io.github.langgan.profile.merging.SplitCustomers;
import io.github.langgan.profile.model.PendingAttribution;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Merges, splits and proposals, each answered once. */
@Singleton
class MergeEvents {

  private static final String MERGED = "customer.merged";
  private static final String UNMERGED = "customer.unmerged";
  private static final String PROPOSED = "customer.merge-proposed";
  static final Set<String> TYPES = Set.of(MERGED, UNMERGED, PROPOSED);

  private final Aliases aliases;
  private final MergeCustomers mergeCustomers;
  private final SplitCustomers splitCustomers;
  private final RecordReferences references;
  private final PendingAttribution pendingAttribution;
  private final Outbox outbox;

  MergeEvents(
      Aliases aliases,
      MergeCustomers mergeCustomers,
      SplitCustomers splitCustomers,
      RecordReferences references,
      PendingAttribution pendingAttribution,
      Outbox outbox) {
    this.aliases = aliases;
    this.mergeCustomers = mergeCustomers;
    this.splitCustomers = splitCustomers;
    this.references = references;
    this.pendingAttribution = pendingAttribution;
    this.outbox = outbox;
  }

  /** Whether it changes what ids mean. */
  static boolean changes(ReceivedEvent event) {
    return event.type().equals(MERGED) || event.type().equals(UNMERGED);
  }

  /** In their order. */
  void apply(List<ReceivedEvent> events) {
    outbox.appendEffects(events.stream().map(event -> new Effect(answer(event), event)).toList());
  }

  private PublishedEvent answer(ReceivedEvent event) {
    MergeEvent fact = event.as(MergeEvent.class);
    return switch (event.type()) {
      case MERGED -> {
        var applied =
            mergeCustomers.merge(requireNonNull(fact.mergeId()), fact.survivor(), fact.merged());
        rename(aliases.meaning(fact.survivor()), fact.survivor());
        yield applied;
      }
      case UNMERGED ->
          splitCustomers.split(
              requireNonNull(fact.mergeId()),
              fact.survivor(),
              fact.merged(),
              back -> rename(back, fact.survivor()));
      case PROPOSED ->
          mergeCustomers.preview(requireNonNull(fact.proposalId()), fact.survivor(), fact.merged());
      default -> throw new IllegalArgumentException(event.type());
    };
  }

  private void rename(Set<UUID> records, UUID survivor) {
    Set<UUID> both = new HashSet<>(records);
    both.add(survivor);
    pendingAttribution.lookFor(references.renew(both));
  }
}
