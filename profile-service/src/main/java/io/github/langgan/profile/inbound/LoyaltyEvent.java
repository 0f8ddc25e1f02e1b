package io.github.langgan.profile.inbound;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code membership.opened}, {@code card.*}, {@code offer.*}, {@code pool.*},
 * {@code tier.changed} and {@code points.*}.
 *
 * @param customerId the record that the membership came for
 * @param cameFor the record that the points came for, when that is another
 * @param cardNumber of the first card, which comes with the membership; the others' is personal
 * @param at of points, cards and offers; a membership has {@code openedAt}
 * @param person absent when nobody may read it any more
 * @param to a tier
 * @param balance after it; absent from cards, offers and pools
 */
record LoyaltyEvent(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    @Nullable UUID programId,
    @Nullable String programName,
    @Nullable UUID cardId,
    @Nullable UUID offerId,
    @Nullable UUID propositionId,
    @Nullable UUID poolId,
    @Nullable UUID redeemedBy,
    @Nullable String cardNumber,
    @Nullable Instant openedAt,
    @Nullable Instant at,
    @Nullable Long points,
    @Nullable String direction,
    @Nullable UUID transactionId,
    @Nullable UUID caseId,
    @Nullable Instant expiresAt,
    @Nullable String from,
    @Nullable String to,
    @Nullable Instant until,
    @Nullable Integer issue,
    @Nullable String partner,
    @Nullable String state,
    @Nullable String reason,
    @Nullable Fee fee,
    @Nullable Person person,
    @Nullable Balance balance) {

  /** For which record it happened. */
  UUID record() {
    return cameFor == null ? customerId : cameFor;
  }

  /**
   * @param debt null: nothing is owed
   */
  record Balance(long active, long pending, @Nullable Long debt) {

    long owed() {
      return debt == null ? 0 : debt;
    }
  }

  record Fee(String amount, String currency) {}

  record Person(String cardNumber) {}

  /** Of the card that was given to the customer. */
  @Nullable String card() {
    return person == null ? cardNumber : person.cardNumber();
  }

  /** What the timeline tells. */
  Map<String, Object> details() {
    Map<String, Object> details = new HashMap<>();
    put(details, "points", points);
    put(details, "direction", direction);
    put(details, "transactionId", transactionId);
    put(details, "caseId", caseId);
    put(details, "offerId", offerId);
    put(details, "propositionId", propositionId);
    put(details, "poolId", poolId);
    put(details, "redeemedBy", redeemedBy);
    put(details, "expiresAt", expiresAt);
    put(details, "from", from);
    put(details, "to", to);
    put(details, "until", until);
    put(details, "programName", programName);
    put(details, "cardNumber", card());
    put(details, "issue", issue);
    put(details, "partner", partner);
    put(details, "state", state);
    put(details, "reason", reason);
    put(details, "fee", fee);
    return details;
  }

  private static void put(Map<String, Object> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value);
    }
  }
}
