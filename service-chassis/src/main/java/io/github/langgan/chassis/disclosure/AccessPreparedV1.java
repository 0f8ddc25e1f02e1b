package io.github.langgan.chassis.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.event.PersonalEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * What a service holds of a customer who asked for it, or a part of it. Each service that holds
 * some publishes it on its own topic, under a schema of its own.
 *
 * @param part from 1
 * @param last whether there are no more
 */
public record AccessPreparedV1(
    UUID requestId, UUID customerId, Instant preparedAt, int part, boolean last, Person person)
    implements PersonalEvent {

  /**
   * What may be erased.
   *
   * @param data rows by section
   */
  public record Person(JsonNode data) {}

  @Override
  public String type() {
    return "access.prepared";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
