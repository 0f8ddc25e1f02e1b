package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.compensating.CompensatePoints;
import io.github.langgan.loyalty.compensating.Promise;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.extending.FollowHappenings;
import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Points;
import io.github.langgan.loyalty.model.offer.Happening;
import io.github.langgan.loyalty.model.tier.Complaint;
import io.github.langgan.loyalty.tiering.FollowComplaints;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Learns of complaints, of points that were promised to make good, and of how served members feel.
 */
@Singleton
class ComplaintListener implements TopicListener {

  private static final String PROMISED = "compensation.promised";
  private static final String OPENED = "case.opened";
  private static final String RESOLVED = "case.resolved";
  private static final String CLOSED = "case.closed";
  private static final String RATED = "satisfaction.rated";

  private final CompensatePoints compensatePoints;
  private final FollowComplaints followComplaints;
  private final FollowHappenings followHappenings;
  private final Outbox outbox;

  ComplaintListener(
      CompensatePoints compensatePoints,
      FollowComplaints followComplaints,
      FollowHappenings followHappenings,
      Outbox outbox) {
    this.followHappenings = followHappenings;
    this.compensatePoints = compensatePoints;
    this.followComplaints = followComplaints;
    this.outbox = outbox;
  }

  record CompensationPromised(UUID compensationId, UUID caseId, UUID customerId, long points) {
    CompensationPromised {
      requireNonNull(compensationId);
      requireNonNull(caseId);
      requireNonNull(customerId);
    }

    Promise promise() {
      return new Promise(
          new CompensationId(compensationId),
          caseId,
          new CustomerId(customerId),
          new Points(points));
    }
  }

  /**
   * @param kind not told of a case that is closed
   */
  record CaseChanged(
      UUID caseId,
      UUID customerId,
      @Nullable String kind,
      @Nullable Instant openedAt,
      @Nullable Instant resolvedAt,
      @Nullable Instant closedAt) {
    CaseChanged {
      requireNonNull(caseId);
      requireNonNull(customerId);
    }

    /** A case that is answered freezes nothing any more: some are never closed. */
    Complaint complaint() {
      return new Complaint(
          caseId,
          new CustomerId(customerId),
          openedAt,
          resolvedAt == null ? closedAt : resolvedAt,
          kind != null);
    }

    boolean isComplaint() {
      return kind == null || kind.equals("COMPLAINT");
    }
  }

  /**
   * @param score 0 to 10
   */
  record SatisfactionRated(UUID customerId, int score, Instant ratedAt) {
    SatisfactionRated {
      requireNonNull(customerId);
      requireNonNull(ratedAt);
    }

    Happening happening() {
      return Happening.rated(new CustomerId(customerId), score, ratedAt);
    }
  }

  @Override
  public String topic() {
    return "crm.complaint";
  }

  @Override
  public Set<String> types() {
    return Set.of(PROMISED, OPENED, RESOLVED, CLOSED, RATED);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Set<String> others = Set.of(PROMISED, RATED);
    follow(events.stream().filter(event -> !others.contains(event.type())).toList());
    promise(events.stream().filter(event -> event.type().equals(PROMISED)).toList());
    rate(events.stream().filter(event -> event.type().equals(RATED)).toList());
  }

  private void rate(List<ReceivedEvent> events) {
    if (!events.isEmpty()) {
      outbox.append(
          followHappenings.follow(
              events.stream()
                  .map(event -> event.as(SatisfactionRated.class).happening())
                  .toList()));
    }
  }

  private void follow(List<ReceivedEvent> events) {
    List<Complaint> complaints =
        events.stream()
            .map(event -> event.as(CaseChanged.class))
            .filter(CaseChanged::isComplaint)
            .map(CaseChanged::complaint)
            .toList();
    if (!complaints.isEmpty()) {
      outbox.append(followComplaints.follow(complaints).stream().map(TierChangedV1::of).toList());
    }
  }

  private void promise(List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Map<Promise, ReceivedEvent> promises = new LinkedHashMap<>();
    events.forEach(
        event -> promises.putIfAbsent(event.as(CompensationPromised.class).promise(), event));
    outbox.appendEffects(
        compensatePoints.compensate(List.copyOf(promises.keySet())).stream()
            .map(answer -> new Effect(answer.event(), promises.get(answer.promise())))
            .toList());
  }
}
