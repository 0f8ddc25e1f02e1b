package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.extending.FollowHappenings;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.offer.Happening;
import io.github.langgan.loyalty.model.offer.Traits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Learns what analytics finds out of customers, and offers what waits for that. What comes late of
 * who was erased is forgotten.
 */
@Singleton
class AnalyticsListener implements TopicListener {

  private static final String LIFECYCLE = "lifecycle.changed";
  private static final String ENTERED = "segment.entered";
  private static final String LEFT = "segment.left";

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Traits traits;
  private final FollowHappenings followHappenings;
  private final Outbox outbox;

  AnalyticsListener(
      Aliases aliases,
      ErasedSubjects erased,
      Traits traits,
      FollowHappenings followHappenings,
      Outbox outbox) {
    this.aliases = aliases;
    this.erased = erased;
    this.traits = traits;
    this.followHappenings = followHappenings;
    this.outbox = outbox;
  }

  record LifecycleChanged(UUID customerId, String stage, Instant asOf) {
    LifecycleChanged {
      requireNonNull(customerId);
      requireNonNull(stage);
      requireNonNull(asOf);
    }
  }

  record SegmentMoved(UUID customerId, String segment, Instant at) {
    SegmentMoved {
      requireNonNull(customerId);
      requireNonNull(segment);
      requireNonNull(at);
    }
  }

  @Override
  public String topic() {
    return "crm.analytics";
  }

  @Override
  public Set<String> types() {
    return Set.of(LIFECYCLE, ENTERED, LEFT);
  }

  @Override
  public void apply(List<ReceivedEvent> all) {
    aliases.hold();
    Set<UUID> gone = erased.among(all.stream().map(ReceivedEvent::key).toList());
    List<ReceivedEvent> events = all.stream().filter(one -> !gone.contains(one.key())).toList();
    List<Traits.Stage> stages = new ArrayList<>();
    List<Traits.SegmentMove> moves = new ArrayList<>();
    List<Happening> happenings = new ArrayList<>();
    for (ReceivedEvent event : events) {
      if (event.type().equals(LIFECYCLE)) {
        LifecycleChanged one = event.as(LifecycleChanged.class);
        stages.add(new Traits.Stage(one.customerId(), one.stage(), one.asOf()));
        happenings.add(Happening.became(new CustomerId(one.customerId()), one.stage(), one.asOf()));
      } else {
        SegmentMoved one = event.as(SegmentMoved.class);
        boolean inside = event.type().equals(ENTERED);
        moves.add(new Traits.SegmentMove(one.customerId(), one.segment(), inside, one.at()));
        if (inside) {
          happenings.add(
              Happening.entered(new CustomerId(one.customerId()), one.segment(), one.at()));
        }
      }
    }
    traits.learnStages(stages);
    traits.learnSegments(moves);
    outbox.append(followHappenings.follow(happenings));
  }
}
