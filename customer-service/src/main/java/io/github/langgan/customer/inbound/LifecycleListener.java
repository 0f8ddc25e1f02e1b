package io.github.langgan.customer.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.customer.model.Stage;
import io.github.langgan.customer.model.Stages;
import io.github.langgan.customer.model.ToldStage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Analytics tells where in its life with the company a customer stands. */
final class LifecycleListener implements TopicListener {

  private final Stages stages;

  LifecycleListener(Stages stages) {
    this.stages = stages;
  }

  /** The fields that we read. */
  record LifecycleChanged(UUID customerId, Stage stage, Instant since, Instant asOf) {

    LifecycleChanged {
      requireNonNull(customerId, "customerId");
      requireNonNull(stage, "stage");
      requireNonNull(since, "since");
      requireNonNull(asOf, "asOf");
    }

    ToldStage toStage() {
      return new ToldStage(customerId, stage, since, asOf);
    }
  }

  @Override
  public String topic() {
    return "crm.analytics";
  }

  @Override
  public Set<String> types() {
    return Set.of("lifecycle.changed");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Map<UUID, ToldStage> last = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      ToldStage told = event.as(LifecycleChanged.class).toStage();
      last.put(told.customerId(), told);
    }
    stages.put(last.values());
  }
}
