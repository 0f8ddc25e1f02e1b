package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.TransactionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a transaction stands among its customer's, as text that can wait in due work. */
public record Place(Instant occurredAt, TransactionId id) {

  private static final String SEPARATOR = "/";

  public static Place of(Transaction transaction) {
    return new Place(transaction.occurredAt(), transaction.id());
  }

  /** Null for the empty text: before the first. */
  public static @Nullable Place parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    String[] parts = text.split(SEPARATOR);
    return new Place(Instant.parse(parts[0]), new TransactionId(UUID.fromString(parts[1])));
  }

  @Override
  public String toString() {
    return occurredAt + SEPARATOR + id;
  }
}
