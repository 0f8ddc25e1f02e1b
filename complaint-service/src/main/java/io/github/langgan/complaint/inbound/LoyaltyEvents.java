package io.github.langgan.complaint.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.complaint.compensation.SettleCompensations;
import io.github.langgan.complaint.compensation.SettleCompensations.Settlement;
import io.github.langgan.complaint.model.CompensationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Singleton
class LoyaltyEvents implements TopicListener {

  private static final String GIVEN = "points.compensated";
  private static final String REFUSED = "points.compensation-refused";

  private final SettleCompensations settle;

  LoyaltyEvents(SettleCompensations settle) {
    this.settle = settle;
  }

  record PointsCompensated(UUID compensationId, Instant at) {
    PointsCompensated {
      requireNonNull(compensationId);
      requireNonNull(at);
    }
  }

  record PointsCompensationRefused(UUID compensationId, Instant at, String reason) {
    PointsCompensationRefused {
      requireNonNull(compensationId);
      requireNonNull(at);
      requireNonNull(reason);
    }
  }

  @Override
  public String topic() {
    return "crm.loyalty";
  }

  @Override
  public Set<String> types() {
    return Set.of(GIVEN, REFUSED);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    settle.settle(events.stream().map(LoyaltyEvents::settlement).toList());
  }

  private static Settlement settlement(ReceivedEvent event) {
    if (event.type().equals(GIVEN)) {
      PointsCompensated given = event.as(PointsCompensated.class);
      return new Settlement(new CompensationId(given.compensationId()), given.at(), null);
    }
    PointsCompensationRefused refused = event.as(PointsCompensationRefused.class);
    return new Settlement(
        new CompensationId(refused.compensationId()), refused.at(), refused.reason());
  }
}
