package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.contact.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a proposition says. Money is of the program's currency.
 *
 * @param texts in each language
 * @param customerValue what the benefit is worth to a customer
 * @param evenIfUnprofitable why it is made although it doesn't pay; null: it pays
 * @param validDays of 24 hours, of each offer
 * @param pilot null: everybody is offered it
 */
public record PropositionTerms(
    String name,
    List<Text> texts,
    Audience audience,
    List<Trigger> triggers,
    Benefit benefit,
    BigDecimal customerValue,
    Economics economics,
    @Nullable String evenIfUnprofitable,
    Contact contact,
    int validDays,
    @Nullable Pilot pilot) {

  /**
   * @param language BCP 47
   */
  public record Text(String language, String title, String body) {}

  /** Each empty set is everybody; otherwise one of its members, of each set. */
  public record Audience(Set<String> segments, Set<String> stages, Set<String> tiers) {}

  /**
   * @param segment of SEGMENT_ENTERED
   * @param stage of LIFECYCLE_CHANGED
   * @param atLeast of SATISFACTION_RATED, a score of 0 to 10
   */
  public record Trigger(
      Occurrence on, @Nullable String segment, @Nullable String stage, @Nullable Integer atLeast) {

    boolean firesOn(Happening one) {
      return on == one.occurrence()
          && Objects.equals(segment, one.segment())
          && Objects.equals(stage, one.stage())
          && (atLeast == null || one.score() != null && one.score() >= atLeast);
    }
  }

  public enum Kind {
    POINTS,
    /** A code of its own, of a campaign. */
    VOUCHER,
    /** Described only: somebody hands it over. */
    GIFT
  }

  /**
   * @param points of POINTS
   * @param campaign of VOUCHER
   */
  public record Benefit(Kind kind, @Nullable Long points, @Nullable UUID campaign) {}

  /**
   * Of one offer, as it is expected.
   *
   * @param acceptanceRate 0 to 1
   * @param marginPerAcceptance what an accepted offer brings, before what it costs
   * @param benefitCost of an accepted one
   * @param contactCost of each
   */
  public record Economics(
      BigDecimal acceptanceRate,
      BigDecimal marginPerAcceptance,
      BigDecimal benefitCost,
      BigDecimal contactCost) {

    /** What an offer brings the company: rate × (margin − benefit) − contact. */
    public BigDecimal expectedMargin() {
      return acceptanceRate
          .multiply(marginPerAcceptance.subtract(benefitCost))
          .subtract(contactCost);
    }

    public boolean pays() {
      return expectedMargin().signum() > 0;
    }

    /** What an offer may cost; without the benefit, once it ends without one. */
    public BigDecimal mostCost() {
      return benefitCost.add(contactCost);
    }
  }

  /**
   * @param most offers of the whole program that a customer gets in so many days
   */
  public record Contact(Purpose purpose, int most, int days) {}

  /**
   * @param controlShare of those who would get an offer, 0 to 1
   * @param windowDays of 24 hours, in which purchases count
   */
  public record Pilot(BigDecimal controlShare, int windowDays) {}
}
