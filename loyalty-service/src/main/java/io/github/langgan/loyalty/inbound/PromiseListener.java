package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.compensating.CompensatePoints;
import io.github.langgan.loyalty.compensating.Promise;
import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Points;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@Singleton
class PromiseListener implements TopicListener {

  private final CompensatePoints compensatePoints;
  private final Outbox outbox;

  PromiseListener(CompensatePoints compensatePoints, Outbox outbox) {
    this.compensatePoints = compensatePoints;
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

  @Override
  public String topic() {
    return "crm.complaint";
  }

  @Override
  public Set<String> types() {
    return Set.of("compensation.promised");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Map<Promise, ReceivedEvent> promises = new LinkedHashMap<>();
    events.forEach(
        event -> promises.putIfAbsent(event.as(CompensationPromised.class).promise(), event));
    outbox.appendEffects(
        compensatePoints.compensate(List.copyOf(promises.keySet())).stream()
            .map(answer -> new Effect(answer.event(), promises.get(answer.promise())))
            .toList());
  }
}
