package io.github.langgan.loyalty.proposition;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.contact.Purpose;
import io.github.langgan.loyalty.model.offer.Occurrence;
import io.github.langgan.loyalty.model.offer.Proposition.Budget;
import io.github.langgan.loyalty.model.offer.PropositionTerms;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Audience;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Benefit;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Contact;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Economics;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Kind;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Pilot;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Text;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Trigger;
import io.github.langgan.loyalty.proposition.CreatePropositionRequest.AudienceRequest;
import io.github.langgan.loyalty.proposition.CreatePropositionRequest.BenefitRequest;
import io.github.langgan.loyalty.proposition.CreatePropositionRequest.PilotRequest;
import io.github.langgan.loyalty.proposition.CreatePropositionRequest.TextRequest;
import io.github.langgan.loyalty.proposition.CreatePropositionRequest.TriggerRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes terms of a request, or says with pointers what is wrong in it. */
final class PropositionCheck {

  private PropositionCheck() {}

  /** Throws a {@link Problem} for what no proposition of the program can have. */
  static PropositionTerms terms(Program program, CreatePropositionRequest request, Instant now) {
    var economics = request.economics();
    var contact = request.contact();
    return new PropositionTerms(
        request.name(),
        texts(request.texts()),
        audience(request.audience()),
        triggers(requireNonNullElse(request.triggers(), List.of())),
        benefit(request.benefit()),
        new BigDecimal(request.customerValue()),
        new Economics(
            new BigDecimal(economics.acceptanceRate()),
            new BigDecimal(economics.marginPerAcceptance()),
            benefitCost(program, request, now),
            new BigDecimal(economics.contactCost())),
        request.evenIfUnprofitable(),
        new Contact(
            new Purpose(contact.purpose(), contact.channel(), contact.needsConsent()),
            contact.most(),
            contact.days()),
        request.offerValidDays(),
        pilot(request.pilot()));
  }

  static Budget budget(CreatePropositionRequest request) {
    @Nullable String cost = request.budget().cost();
    if (cost != null && new BigDecimal(cost).signum() == 0) {
      throw Problem.invalid("/budget/cost", "positive", "must be more than nothing");
    }
    return new Budget(
        request.budget().offers(), cost == null ? null : new BigDecimal(cost), 0, BigDecimal.ZERO);
  }

  private static List<Text> texts(List<TextRequest> requests) {
    Set<String> languages = new LinkedHashSet<>();
    List<Text> texts = new ArrayList<>();
    for (TextRequest one : requests) {
      if (!languages.add(one.language())) {
        throw Problem.invalid(
            "/texts/" + texts.size() + "/language", "repeated", "is there already");
      }
      texts.add(new Text(one.language(), one.title(), one.body()));
    }
    return texts;
  }

  private static Audience audience(@Nullable AudienceRequest request) {
    return request == null
        ? new Audience(Set.of(), Set.of(), Set.of())
        : new Audience(set(request.segments()), set(request.stages()), set(request.tiers()));
  }

  private static Set<String> set(@Nullable List<String> names) {
    return names == null ? Set.of() : new LinkedHashSet<>(names);
  }

  private static List<Trigger> triggers(List<TriggerRequest> requests) {
    List<Trigger> triggers = new ArrayList<>();
    for (TriggerRequest one : requests) {
      String at = "/triggers/" + triggers.size();
      if (one.on() == Occurrence.RUN) {
        throw Problem.invalid(at + "/on", "run", "runs need no trigger");
      }
      require(at + "/segment", one.on() == Occurrence.SEGMENT_ENTERED, one.segment(), one.on());
      require(at + "/stage", one.on() == Occurrence.LIFECYCLE_CHANGED, one.stage(), one.on());
      require(at + "/atLeast", one.on() == Occurrence.SATISFACTION_RATED, one.atLeast(), one.on());
      triggers.add(new Trigger(one.on(), one.segment(), one.stage(), one.atLeast()));
    }
    return triggers;
  }

  private static Benefit benefit(BenefitRequest request) {
    require("/benefit/points", request.kind() == Kind.POINTS, request.points(), request.kind());
    require(
        "/benefit/campaignId",
        request.kind() == Kind.VOUCHER,
        request.campaignId(),
        request.kind());
    return new Benefit(request.kind(), request.points(), request.campaignId());
  }

  private static void require(
      String pointer, boolean wanted, @Nullable Object value, Enum<?> kind) {
    if (wanted && value == null) {
      throw Problem.invalid(pointer, "required", "is needed for " + kind);
    }
    if (!wanted && value != null) {
      throw Problem.invalid(pointer, "unfitting", kind + " has none");
    }
  }

  private static BigDecimal benefitCost(
      Program program, CreatePropositionRequest request, Instant now) {
    @Nullable String stated = request.economics().benefitCost();
    if (stated != null) {
      return new BigDecimal(stated);
    }
    @Nullable BigDecimal pointCost = program.termsAt(now).pointCost();
    if (request.benefit().kind() != Kind.POINTS || pointCost == null) {
      throw Problem.invalid(
          "/economics/benefitCost", "required", "the program doesn't say what it costs");
    }
    return pointCost.multiply(
        BigDecimal.valueOf(requireNonNull(request.benefit().points(), "points")));
  }

  private static @Nullable Pilot pilot(@Nullable PilotRequest request) {
    if (request == null) {
      return null;
    }
    BigDecimal share = new BigDecimal(request.controlShare());
    if (share.signum() == 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      throw Problem.invalid("/pilot/controlShare", "range", "must be more than 0 and less than 1");
    }
    return new Pilot(share, request.windowDays());
  }
}
