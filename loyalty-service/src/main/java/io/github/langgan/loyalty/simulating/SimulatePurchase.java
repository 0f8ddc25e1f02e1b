package io.github.langgan.loyalty.simulating;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.ledger.KnownCircumstances;
import io.github.langgan.loyalty.model.ledger.Unearned;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.tier.Counted;
import io.github.langgan.loyalty.model.tier.Tiers;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.github.langgan.loyalty.representation.ContributionView;
import io.github.langgan.loyalty.representation.FailureView;
import io.github.langgan.loyalty.simulating.SimulationRequest.LineRequest;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rates a purchase that nobody made. */
@Singleton
class SimulatePurchase {

  private final Programs programs;
  private final ProgramRules programRules;
  private final KnownCircumstances circumstances;
  private final Tiers tiers;
  private final Clock clock;

  SimulatePurchase(
      Programs programs,
      ProgramRules programRules,
      KnownCircumstances circumstances,
      Tiers tiers,
      Clock clock) {
    this.tiers = tiers;
    this.programs = programs;
    this.programRules = programRules;
    this.circumstances = circumstances;
    this.clock = clock;
  }

  @Transactional
  public SimulationView simulate(Membership membership, SimulationRequest request) {
    Program program = programs.find(membership.program()).orElseThrow();
    Instant now = clock.instant();
    Purchase purchase = purchase(request, program, now);
    Terms terms = program.termsAt(purchase.occurredAt());
    @Nullable Unearned reason = program.whyNothing(purchase, membership);
    if (reason != null) {
      return new SimulationView(
          membership.id().value(),
          0,
          terms.version(),
          List.of(),
          List.of(),
          reason,
          null,
          null,
          tierAfter(membership, purchase, 0, BigDecimal.ZERO, now));
    }
    CompiledRules rules = programRules.of(program, terms);
    Rating rating =
        rules.rate(
            purchase,
            circumstances.now(membership, program, rules, purchase.occurredAt()),
            terms.rounding().mode());
    Life life = terms.lifeOfPointsEarned(now, purchase.occurredAt(), program.zone());
    return new SimulationView(
        membership.id().value(),
        rating.points(),
        terms.version(),
        ContributionView.allOf(rating),
        FailureView.allOf(rating),
        null,
        rating.points() == 0 ? null : life.activeAt(),
        rating.points() == 0 ? null : life.expiresAt(),
        tierAfter(membership, purchase, rating.points(), purchase.total(), now));
  }

  private @Nullable TierAfterView tierAfter(
      Membership membership, Purchase purchase, long points, BigDecimal spend, Instant now) {
    Instant at = purchase.occurredAt();
    List<Counted> more =
        List.of(
            Counted.purchase(at, points, spend),
            new Counted(now, Counted.Kind.POSTING, points, BigDecimal.ZERO));
    return tiers
        .of(membership)
        .flatMap(tier -> tier.with(more).at(at.isAfter(now) ? at : now))
        .map(TierAfterView::from)
        .orElse(null);
  }

  private static Purchase purchase(SimulationRequest request, Program program, Instant now) {
    List<PurchaseLine> lines = new ArrayList<>();
    for (LineRequest line : request.lines()) {
      lines.add(line(lines.size() + 1, line));
    }
    return new Purchase(
        new TransactionId(new UUID(0, 0)),
        requireNonNullElse(request.partner(), ""),
        "",
        null,
        requireNonNullElse(request.occurredAt(), now),
        requireNonNullElse(request.currency(), program.currency()),
        request.channel(),
        lines.stream().map(PurchaseLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        lines);
  }

  private static PurchaseLine line(int number, LineRequest line) {
    BigDecimal price = new BigDecimal(line.unitPrice());
    BigDecimal discount = new BigDecimal(requireNonNullElse(line.discount(), "0"));
    BigDecimal amount = price.multiply(BigDecimal.valueOf(line.quantity())).subtract(discount);
    return new PurchaseLine(
        number,
        line.product(),
        line.category(),
        line.quantity(),
        price,
        discount,
        amount.max(BigDecimal.ZERO));
  }
}
