package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.customer.model.Activities;
import io.github.langgan.customer.model.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes that customers did something, of which another service tells. */
final class ActivityListener implements TopicListener {

  private static final Map<String, Map<String, Function<Told, @Nullable Instant>>> TYPES =
      Map.of(
          "profile",
          Map.of(
              "transaction.recorded", Told::occurredAt,
              "transaction.attributed", Told::occurredAt,
              "interaction.recorded", Told::occurredAt),
          "loyalty",
          Map.of("points.redeemed", Told::at),
          "complaint",
          Map.of("case.opened", Told::openedAt));

  private final String service;
  private final Map<String, Function<Told, @Nullable Instant>> times;
  private final Activities activities;

  ActivityListener(String service, Activities activities) {
    this.service = service;
    this.times = TYPES.getOrDefault(service, Map.of());
    this.activities = activities;
  }

  /**
   * @param customerId null when nobody knows whose it was
   */
  record Told(
      @Nullable UUID customerId,
      @Nullable Instant occurredAt,
      @Nullable Instant openedAt,
      @Nullable Instant at) {}

  @Override
  public String topic() {
    return "crm." + service;
  }

  @Override
  public Set<String> types() {
    return times.keySet();
  }

  @Override
  public boolean readsPerson(String type) {
    return false;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    activities.note(events.stream().map(this::activity).flatMap(Optional::stream).toList());
  }

  private Optional<Activity> activity(ReceivedEvent event) {
    Told told = event.as(Told.class);
    Instant at = times.get(event.type()).apply(told);
    return told.customerId() == null || at == null
        ? Optional.empty()
        : Optional.of(new Activity(told.customerId(), at));
  }
}
