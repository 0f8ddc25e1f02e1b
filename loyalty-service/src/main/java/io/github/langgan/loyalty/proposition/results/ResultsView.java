package io.github.langgan.loyalty.proposition.results;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.Withheld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "PropositionResults",
    description = "What became of a proposition's offers, and what they brought.",
    examples =
        """
        {"propositionId":"019b0c60-1a2b-7c3d-9e4f-5a6b7c8d9e0f","currency":"GBP",\
        "asOf":"2026-04-01T00:00:00Z",\
        "offers":{"extended":900,"open":0,"seen":610,"accepted":207,"declined":40,"expired":650,\
        "withdrawn":3},"withheld":[{"reason":"NOT_IN_AUDIENCE","members":4000},\
        {"reason":"NOT_CONTACTABLE","members":320},{"reason":"CONTACT_BUDGET","members":11},\
        {"reason":"BUDGET_EXHAUSTED","members":0},{"reason":"CONTROL_GROUP","members":100}],\
        "money":{"contacts":"45.00","benefits":"828.00","customerValue":"1035.00"},\
        "pilot":{"windowDays":28,\
        "offered":{"members":900,"awaited":0,"buyers":270,"revenue":"9450.00"},\
        "control":{"members":100,"awaited":0,"buyers":18,"revenue":"600.00"},\
        "buyers":{"offered":"0.300000","control":"0.180000","difference":"0.120000",\
        "from":"0.025918","to":"0.187806","conclusion":"HIGHER"},\
        "revenue":{"offered":"10.50","control":"6.00","difference":"4.50","from":"-0.40",\
        "to":"9.40","conclusion":"NONE"}}}""")
record ResultsView(
    @Schema(required = true) UUID propositionId,
    @Schema(required = true, description = "ISO 4217, of all money here") String currency,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) OffersView offers,
    @Schema(
            required = true,
            description = "Members who got none when they were looked at last, by each reason")
        List<WithheldView> withheld,
    @Schema(required = true) MoneyView money,
    @Schema(description = "Absent where there is no control group") @Nullable PilotView pilot) {

  @Schema(name = "OfferCounts")
  record OffersView(
      @Schema(required = true, minimum = "0", description = "All of them") long extended,
      @Schema(required = true, minimum = "0") long open,
      @Schema(required = true, minimum = "0", description = "Whatever became of them") long seen,
      @Schema(required = true, minimum = "0") long accepted,
      @Schema(required = true, minimum = "0") long declined,
      @Schema(required = true, minimum = "0") long expired,
      @Schema(required = true, minimum = "0") long withdrawn) {}

  @Schema(name = "WithheldCount")
  record WithheldView(
      @Schema(required = true) Withheld reason,
      @Schema(required = true, minimum = "0") long members) {}

  @Schema(name = "OfferMoney", description = "By what the proposition says that things cost.")
  record MoneyView(
      @Schema(required = true, description = "What contacts cost") String contacts,
      @Schema(required = true, description = "What the benefits of accepted offers cost")
          String benefits,
      @Schema(required = true, description = "What these are worth to members")
          String customerValue) {}

  @Schema(name = "PilotResults", description = "Who was offered it against who was not, by lot.")
  record PilotView(
      @Schema(required = true, minimum = "1", description = "After the offer, or the lot")
          int windowDays,
      @Schema(required = true) GroupView offered,
      @Schema(required = true) GroupView control,
      @Schema(required = true, description = "Shares of those who kept something they bought")
          DifferenceView buyers,
      @Schema(required = true, description = "What a member bought and kept, on average")
          DifferenceView revenue) {}

  @Schema(name = "PilotGroup")
  record GroupView(
      @Schema(required = true, minimum = "0", description = "Whose window is over: these count")
          long members,
      @Schema(required = true, minimum = "0", description = "Whose window is not over yet")
          long awaited,
      @Schema(required = true, minimum = "0") long buyers,
      @Schema(required = true) String revenue) {

    static GroupView from(Tally.Group group, String currency) {
      return new GroupView(
          group.members(),
          group.awaited(),
          group.buyers(),
          Decimals.format(group.revenue(), currency));
    }
  }

  @Schema(name = "PilotDifference", description = "With its 95 % confidence interval.")
  record DifferenceView(
      @Schema(required = true) String offered,
      @Schema(required = true) String control,
      @Schema(required = true) String difference,
      @Schema(description = "Absent, as is to: fewer than 30 members in a group")
          @Nullable String from,
      @Nullable String to,
      @Schema(
              required = true,
              description = "NONE: the interval holds 0, or there are too few members to say")
          Difference.Conclusion conclusion) {

    static DifferenceView from(Difference one, DoubleFunction<String> text) {
      return new DifferenceView(
          text.apply(one.offered()),
          text.apply(one.control()),
          text.apply(one.difference()),
          one.from() == null ? null : text.apply(one.from()),
          one.to() == null ? null : text.apply(one.to()),
          one.conclusion());
    }
  }

  static ResultsView from(
      Proposition proposition,
      Tally.Offers offers,
      Map<Withheld, Long> withheld,
      @Nullable Map<String, Tally.Group> groups,
      Instant now) {
    var economics = proposition.terms().economics();
    return new ResultsView(
        proposition.id().value(),
        proposition.currency(),
        now,
        new OffersView(
            offers.extended(),
            offers.open(),
            offers.seen(),
            offers.accepted(),
            offers.declined(),
            offers.expired(),
            offers.withdrawn()),
        Stream.of(Withheld.values())
            .map(reason -> new WithheldView(reason, withheld.getOrDefault(reason, 0L)))
            .toList(),
        new MoneyView(
            times(economics.contactCost(), offers.extended(), proposition),
            times(economics.benefitCost(), offers.accepted(), proposition),
            times(proposition.terms().customerValue(), offers.accepted(), proposition)),
        groups == null ? null : pilot(proposition, groups));
  }

  private static PilotView pilot(Proposition proposition, Map<String, Tally.Group> groups) {
    Tally.Group offered = groups.get("OFFERED");
    Tally.Group control = groups.get("CONTROL");
    String currency = proposition.currency();
    return new PilotView(
        requireNonNull(proposition.terms().pilot()).windowDays(),
        GroupView.from(offered, currency),
        GroupView.from(control, currency),
        DifferenceView.from(
            Difference.ofShares(
                offered.buyers(), offered.members(), control.buyers(), control.members()),
            value -> BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString()),
        DifferenceView.from(
            Difference.ofMeans(offered.sums(), control.sums()),
            value ->
                Decimals.format(
                    BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP), currency)));
  }

  private static String times(BigDecimal amount, long count, Proposition proposition) {
    return Decimals.format(amount.multiply(BigDecimal.valueOf(count)), proposition.currency());
  }
}
