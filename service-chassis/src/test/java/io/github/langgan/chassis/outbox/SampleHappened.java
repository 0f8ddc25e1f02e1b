package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.event.PublishedEvent;
import java.util.UUID;

/** An event for the chassis' own tests. */
public record SampleHappened(UUID sampleId, int number, String note) implements PublishedEvent {

  @Override
  public String type() {
    return "sample.happened";
  }

  @Override
  public UUID key() {
    return sampleId;
  }
}
