package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import jakarta.inject.Singleton;

/** The memberships that the caller may speak for. */
@Singleton
class VisibleMemberships {

  private final Memberships memberships;
  private final Caller caller;

  VisibleMemberships(Memberships memberships, Caller caller) {
    this.memberships = memberships;
    this.caller = caller;
  }

  /** 404 for a missing one, and the same for another's. */
  Membership get(MembershipId id) {
    Membership membership = memberships.find(id).orElseThrow(Problem::notFound);
    caller.requireSelfOr404(membership.customer().value());
    return membership;
  }
}
