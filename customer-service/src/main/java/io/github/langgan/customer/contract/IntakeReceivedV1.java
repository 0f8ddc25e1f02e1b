package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that a customer filled in was taken in. What it says of the customer stands in {@code
 * customer.registered} or {@code customer.updated} just before.
 *
 * @param customerId the record that it came for, which may be merged into another
 * @param partner that sent it; null when the company's own staff did
 * @param product that it is about, if it is about one
 * @param receivedAt when the customer handed it in
 */
public record IntakeReceivedV1(
    UUID customerId,
    UUID intakeId,
    String form,
    String outcome,
    @Nullable String partner,
    @Nullable Product product,
    Instant receivedAt,
    Instant recordedAt)
    implements PublishedEvent {

  public record Product(String code, @Nullable String name) {}

  @Override
  public String type() {
    return "intake.received";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
