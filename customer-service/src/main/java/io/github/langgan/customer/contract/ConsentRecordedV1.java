package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer said whether it wants to be contacted. By when it was said, the last word counts, but
 * an objection stands until it is lifted.
 *
 * @param purpose null for every purpose
 * @param lawfulBasis of the purpose
 * @param channels null for every channel
 * @param expiresAt of a grant; null when it holds until it is withdrawn
 */
public record ConsentRecordedV1(
    UUID customerId,
    UUID actId,
    String kind,
    @Nullable String purpose,
    @Nullable String lawfulBasis,
    @Nullable List<String> channels,
    Instant effectiveAt,
    @Nullable Instant expiresAt,
    Instant recordedAt)
    implements PublishedEvent {

  @Override
  public String type() {
    return "consent.recorded";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
