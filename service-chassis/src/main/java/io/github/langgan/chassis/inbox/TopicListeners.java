package io.github.langgan.chassis.inbox;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service's listeners by topic. */
@Singleton
class TopicListeners {

  private final Map<String, TopicListener> byTopic = new LinkedHashMap<>();

  TopicListeners(@All List<TopicListener> listeners) {
    for (TopicListener listener : listeners) {
      if (byTopic.putIfAbsent(listener.topic(), listener) != null) {
        throw new IllegalStateException("two listeners for " + listener.topic());
      }
    }
  }

  Collection<TopicListener> all() {
    return byTopic.values();
  }

  TopicListener of(String topic) {
    TopicListener listener = byTopic.get(topic);
    if (listener == null) {
      throw new IllegalStateException("nothing listens to " + topic);
    }
    return listener;
  }
}
