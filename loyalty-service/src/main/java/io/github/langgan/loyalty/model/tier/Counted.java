package io.github.langgan.loyalty.model.tier;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that may count for a tier.
 *
 * @param at when the purchase was made; of others, when the points were entered
 * @param points net of what returns claimed back
 * @param spend money, net of what came back; of a purchase only
 */
public record Counted(Instant at, Kind kind, long points, BigDecimal spend) {

  public enum Kind {
    PURCHASE,
    COMPENSATION,
    /** Any change of the balance. */
    POSTING
  }

  public static Counted purchase(Instant at, long points, BigDecimal spend) {
    return new Counted(at, Kind.PURCHASE, points, spend);
  }
}
