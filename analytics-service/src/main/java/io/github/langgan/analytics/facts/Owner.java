package io.github.langgan.analytics.facts;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a fact is.
 *
 * @param cameFor the record that it came for; null when that is the customer's own
 */
public record Owner(UUID customerId, @Nullable UUID cameFor) {

  /**
   * @param meanings what ids mean until the transaction ends
   */
  public static Owner of(UUID told, Map<UUID, UUID> meanings) {
    UUID meaning = meanings.getOrDefault(told, told);
    return new Owner(meaning, meaning.equals(told) ? null : told);
  }
}
