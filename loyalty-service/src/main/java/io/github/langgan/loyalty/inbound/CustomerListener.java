package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.disclosure.Disclose;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contacting.FollowConsents;
import io.github.langgan.loyalty.erasing.BeginErasure;
import io.github.langgan.loyalty.merging.ApplyMerge;
import io.github.langgan.loyalty.merging.Merge;
import io.github.langgan.loyalty.merging.PreviewMerge;
import io.github.langgan.loyalty.merging.UndoMerge;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class CustomerListener implements TopicListener {

  private static final String REGISTERED = "customer.registered";
  private static final String MERGED = "customer.merged";
  private static final String UNMERGED = "customer.unmerged";
  private static final String PROPOSED = "customer.merge-proposed";

  private final Aliases aliases;
  private final ErasedSubjects erasedSubjects;
  private final Customers customers;
  private final ApplyMerge applyMerge;
  private final UndoMerge undoMerge;
  private final PreviewMerge previewMerge;
  private final BeginErasure beginErasure;
  private final Disclose disclose;
  private final FollowConsents followConsents;
  private final Outbox outbox;

  CustomerListener(
      Aliases aliases,
      ErasedSubjects erasedSubjects,
      Customers customers,
      ApplyMerge applyMerge,
      UndoMerge undoMerge,
      PreviewMerge previewMerge,
      BeginErasure beginErasure,
      Disclose disclose,
      FollowConsents followConsents,
      Outbox outbox) {
    this.followConsents = followConsents;
    this.aliases = aliases;
    this.erasedSubjects = erasedSubjects;
    this.customers = customers;
    this.applyMerge = applyMerge;
    this.undoMerge = undoMerge;
    this.previewMerge = previewMerge;
    this.beginErasure = beginErasure;
    this.disclose = disclose;
    this.outbox = outbox;
  }

  record CustomerRegistered(UUID customerId, Instant registeredAt) {
    CustomerRegistered {
      requireNonNull(customerId);
      requireNonNull(registeredAt);
    }

    Customers.Registered registered() {
      return new Customers.Registered(new CustomerId(customerId), registeredAt);
    }
  }

  /** The fields of all three events of a merge; each has one of the ids. */
  record CustomersMerged(
      @Nullable UUID mergeId, @Nullable UUID proposalId, UUID survivor, UUID merged) {
    CustomersMerged {
      requireNonNull(survivor);
      requireNonNull(merged);
    }

    Merge merge() {
      return new Merge(
          requireNonNull(mergeId == null ? proposalId : mergeId, "mergeId"), survivor, merged);
    }
  }

  @Override
  public String topic() {
    return "crm.customer";
  }

  @Override
  public Set<String> types() {
    return Stream.concat(
            ConsentEvents.TYPES.stream(),
            Stream.of(
                REGISTERED,
                MERGED,
                UNMERGED,
                PROPOSED,
                ErasureRequested.TYPE,
                AccessRequested.TYPE))
        .collect(Collectors.toSet());
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<ReceivedEvent> others =
        events.stream()
            .filter(event -> !event.type().equals(REGISTERED))
            .filter(event -> !ConsentEvents.TYPES.contains(event.type()))
            .toList();
    Set<String> reading = Set.of(PROPOSED, AccessRequested.TYPE);
    if (others.stream().anyMatch(event -> !reading.contains(event.type()))) {
      aliases.lock();
    }
    register(events.stream().filter(event -> event.type().equals(REGISTERED)).toList());
    for (ReceivedEvent event : others) {
      if (event.type().equals(ErasureRequested.TYPE)) {
        ErasureRequested erasure = event.as(ErasureRequested.class);
        beginErasure.begin(erasure.requestId(), erasure.customerId(), erasure.subjects());
        continue;
      }
      if (event.type().equals(AccessRequested.TYPE)) {
        disclose.begin(event.as(AccessRequested.class).toRequest());
        continue;
      }
      List<Effect> effects = new ArrayList<>();
      answers(event).forEach(answer -> effects.add(new Effect(answer, event)));
      outbox.appendEffects(effects);
    }
    follow(events.stream().filter(event -> ConsentEvents.TYPES.contains(event.type())).toList());
  }

  private void follow(List<ReceivedEvent> events) {
    if (!events.isEmpty()) {
      outbox.append(
          followConsents.follow(ConsentEvents.acts(events), ConsentEvents.hindrances(events)));
    }
  }

  /** What comes late of a customer that was erased is forgotten. */
  private void register(List<ReceivedEvent> events) {
    aliases.hold();
    List<Customers.Registered> all =
        events.stream().map(event -> event.as(CustomerRegistered.class).registered()).toList();
    Set<UUID> erased = erasedSubjects.among(all.stream().map(one -> one.id().value()).toList());
    customers.register(all.stream().filter(one -> !erased.contains(one.id().value())).toList());
  }

  private List<PublishedEvent> answers(ReceivedEvent event) {
    Merge merge = event.as(CustomersMerged.class).merge();
    return switch (event.type()) {
      case MERGED -> applyMerge.apply(merge);
      case UNMERGED -> undoMerge.undo(merge);
      default -> List.of(previewMerge.preview(merge));
    };
  }
}
