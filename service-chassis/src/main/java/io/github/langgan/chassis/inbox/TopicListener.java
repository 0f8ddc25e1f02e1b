package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.ReceivedEvent;
import java.util.List;
import java.util.Set;

/** What a service does with the events of one topic. At most one listener per topic. */
public interface TopicListener {

  /** The contract name, {@code crm.customer}. */
  String topic();

  /** Others are skipped and counted. Asked once for each batch, in its transaction. */
  Set<String> types();

  /** Whether {@code person} is needed; else it stays encrypted, and its key is not waited for. */
  default boolean readsPerson(String type) {
    return true;
  }

  /** Whether it takes what this service published itself. */
  default boolean takesOwn() {
    return true;
  }

  /**
   * Applies new events, those of one key in their order, inside a transaction that also marks them
   * as applied. When this throws, the batch is rolled back and comes again one event at a time; an
   * event that keeps failing is parked, and the later ones of its key behind it.
   */
  void apply(List<ReceivedEvent> events);
}
