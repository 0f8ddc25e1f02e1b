package io.github.langgan.loyalty.access;

import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.MembershipStates;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Memberships that callers ask for by an id: the one that it was united into, if it was. The answer
 * then says which it is.
 */
@Singleton
public class AskedMemberships {

  private final MembershipStates states;
  private final OwnCustomer ownCustomer;
  private final AnsweredIds answered;

  AskedMemberships(MembershipStates states, OwnCustomer ownCustomer, AnsweredIds answered) {
    this.states = states;
    this.ownCustomer = ownCustomer;
    this.answered = answered;
  }

  /** 404 for a missing one, and the same for another's. */
  public MembershipState state(UUID asked) {
    MembershipState state =
        states.find(new MembershipId(asked)).filter(this::isVisible).orElseThrow(Problem::notFound);
    answered.answer(asked, state.membership().id().value());
    return state;
  }

  public Membership membership(UUID asked) {
    return state(asked).membership();
  }

  /** A customer sees its own memberships only. */
  public boolean isVisible(MembershipState state) {
    return ownCustomer.maySee(state.membership().customer());
  }
}
