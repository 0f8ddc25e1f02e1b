package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to whom.
 *
 * @param currency of the program
 * @param until exclusive
 * @param version counts the changes of its state and its budget, not what it spends
 */
public record Proposition(
    PropositionId id,
    ProgramId program,
    String currency,
    PropositionState state,
    Instant from,
    Instant until,
    PropositionTerms terms,
    Budget budget,
    Instant createdAt,
    long version) {

  /**
   * @param mostCost null: as much as the offers come to
   * @param committed contacts, and the benefits of offers that are open or accepted
   */
  public record Budget(
      long mostOffers, @Nullable BigDecimal mostCost, long offers, BigDecimal committed) {

    /** How many more offers fit. */
    long room(BigDecimal costOfOne) {
      long left = mostOffers - offers;
      if (mostCost == null || costOfOne.signum() == 0) {
        return left;
      }
      BigDecimal fit = mostCost.subtract(committed).divideToIntegralValue(costOfOne);
      return fit.min(BigDecimal.valueOf(left)).longValue();
    }
  }

  /** How many more offers its budget holds. */
  public long room() {
    return budget.room(terms.economics().mostCost());
  }

  public boolean isOpenAt(Instant at) {
    return state == PropositionState.ACTIVE && isInPeriod(at);
  }

  /** What happened before its period is none of its business, however late we hear of it. */
  public boolean waitsFor(Happening one) {
    return isInPeriod(one.at())
        && terms.triggers().stream().anyMatch(trigger -> trigger.firesOn(one));
  }

  /** Of an offer that is extended now. */
  public Instant endOfOffer(Instant now) {
    return now.plus(Duration.ofDays(terms.validDays()));
  }

  /**
   * By lot, the same at any time.
   *
   * @param record that its membership came for, which merges don't change
   */
  public boolean isControl(CustomerId record) {
    PropositionTerms.Pilot pilot = terms.pilot();
    return pilot != null && lot(record).compareTo(pilot.controlShare()) < 0;
  }

  private boolean isInPeriod(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** Evenly between 0 and 1. */
  private BigDecimal lot(CustomerId record) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((id + "/" + record).getBytes(StandardCharsets.UTF_8));
      long drawn = ByteBuffer.wrap(hash).getLong() >>> 1;
      return new BigDecimal(BigInteger.valueOf(drawn))
          .divide(new BigDecimal(BigInteger.ONE.shiftLeft(63)));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
