package io.github.langgan.loyalty.proposition;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.PropositionState;
import io.github.langgan.loyalty.model.offer.PropositionTerms;
import io.github.langgan.loyalty.model.offer.Propositions;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.CodeForm;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a proposition; nothing is offered before somebody activates it. */
@Singleton
class CreateProposition {

  private static final ProblemType DOES_NOT_PAY = ProblemType.of("proposition-does-not-pay");

  private final Propositions propositions;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;

  CreateProposition(Propositions propositions, Campaigns campaigns, Audit audit, Clock clock) {
    this.propositions = propositions;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  /** Throws a {@link Problem} for one that can't be, or that doesn't pay and doesn't say why. */
  @Transactional
  Proposition create(Program program, CreatePropositionRequest request) {
    Instant now = clock.instant();
    Instant from = requireNonNullElse(request.validFrom(), now);
    if (!request.validUntil().isAfter(from)) {
      throw Problem.invalid("/validUntil", "order", "must be after validFrom");
    }
    PropositionTerms terms = PropositionCheck.terms(program, request, now);
    requireVouchers(program, terms.benefit().campaign());
    if (!terms.economics().pays() && terms.evenIfUnprofitable() == null) {
      throw Problem.of(DOES_NOT_PAY)
          .with(
              "expectedMargin",
              Decimals.format(terms.economics().expectedMargin(), program.currency()))
          .with("currency", program.currency());
    }
    Proposition proposition =
        new Proposition(
            PropositionId.next(),
            program.id(),
            program.currency(),
            PropositionState.DRAFT,
            from,
            request.validUntil(),
            terms,
            PropositionCheck.budget(request),
            now,
            1);
    propositions.add(proposition);
    audit.record("proposition.created", "proposition", proposition.id(), "", remarks(proposition));
    return proposition;
  }

  private static Map<String, Object> remarks(Proposition proposition) {
    Map<String, Object> remarks = new HashMap<>();
    remarks.put("program", proposition.program().toString());
    remarks.put("name", proposition.terms().name());
    if (proposition.terms().evenIfUnprofitable() != null) {
      remarks.put("evenIfUnprofitable", proposition.terms().evenIfUnprofitable());
    }
    return remarks;
  }

  /** Of which each accepted offer draws one. */
  private void requireVouchers(Program program, @Nullable UUID campaign) {
    if (campaign == null) {
      return;
    }
    boolean fits =
        campaigns
            .find(new CampaignId(campaign))
            .filter(one -> !one.isClosed() && one.codes() instanceof CodeForm.Drawn)
            .filter(one -> one.currency().equals(program.currency()))
            .isPresent();
    if (!fits) {
      throw Problem.invalid(
          "/benefit/campaignId",
          "unfitting",
          "no open campaign that draws codes, of the program's currency");
    }
  }
}
