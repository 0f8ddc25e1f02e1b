package io.github.langgan.chassis.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract record of this service: its components are the event's JSON data, and these methods
 * say how it travels. Components can't be named like the methods.
 */
public interface PublishedEvent {

  /** A business fact in the past tense, as consumers know it: {@code points.earned}. */
  String type();

  /** Of the event's schema. */
  default int version() {
    return 1;
  }

  /** The customer's id, else the aggregate's: events of one key keep their order. */
  UUID key();

  /** The contract name of the topic; null for the service's own. */
  default @Nullable String topic() {
    return null;
  }

  /** The id of what the event is about. */
  default String subject() {
    return key().toString();
  }

  /** Among the events of its key, when that is certain beforehand; else it is drawn. */
  default @Nullable Long sequence() {
    return null;
  }
}
