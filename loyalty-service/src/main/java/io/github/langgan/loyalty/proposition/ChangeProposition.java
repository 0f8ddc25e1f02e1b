package io.github.langgan.loyalty.proposition;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.PropositionState;
import io.github.langgan.loyalty.model.offer.Propositions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** What can be changed of a proposition: whether it is offered, and how much it may spend. */
@Singleton
class ChangeProposition {

  private static final ProblemType STATE = ProblemType.of("proposition-state");

  private final Propositions propositions;
  private final Audit audit;

  ChangeProposition(Propositions propositions, Audit audit) {
    this.propositions = propositions;
    this.audit = audit;
  }

  /** One that is so already stays so. Throws a {@link Problem} when it can't become so. */
  @Transactional
  Proposition become(PropositionId id, PropositionState state) {
    Proposition proposition = propositions.lock(id).orElseThrow(Problem::notFound);
    if (proposition.state() == state) {
      return proposition;
    }
    if (!proposition.state().mayBecome(state)) {
      throw Problem.of(STATE).with("state", proposition.state().name());
    }
    propositions.change(id, state);
    audit.record(
        "proposition." + state.name().toLowerCase(Locale.ROOT), "proposition", id, "", Map.of());
    return propositions.find(id).orElseThrow();
  }

  /** Throws a {@link Problem} for money where none is counted, and of one that has ended. */
  @Transactional
  Proposition raise(PropositionId id, long offers, BigDecimal cost) {
    Proposition proposition = propositions.lock(id).orElseThrow(Problem::notFound);
    if (proposition.state() == PropositionState.ENDED) {
      throw Problem.of(STATE).with("state", proposition.state().name());
    }
    if (proposition.budget().mostCost() == null && cost.signum() > 0) {
      throw Problem.invalid("/cost", "uncounted", "what it costs has no limit");
    }
    propositions.raise(id, offers, cost);
    audit.record(
        "proposition.raised",
        "proposition",
        id,
        "",
        Map.of("offers", offers, "cost", cost.toPlainString()));
    return propositions.find(id).orElseThrow();
  }
}
