package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A topic has one listener, which lets each of several have the events that it takes. */
final class SharedTopic implements TopicListener {

  private final List<TopicListener> listeners;

  SharedTopic(TopicListener... listeners) {
    this.listeners = List.of(listeners);
  }

  @Override
  public String topic() {
    return listeners.getFirst().topic();
  }

  @Override
  public Set<String> types() {
    return listeners.stream()
        .flatMap(listener -> listener.types().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean readsPerson(String type) {
    return listeners.stream()
        .anyMatch(listener -> listener.readsPerson(type) && listener.types().contains(type));
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    for (TopicListener listener : listeners) {
      Set<String> types = listener.types();
      List<ReceivedEvent> own =
          events.stream().filter(event -> types.contains(event.type())).toList();
      if (!own.isEmpty()) {
        listener.apply(own);
      }
    }
  }
}
