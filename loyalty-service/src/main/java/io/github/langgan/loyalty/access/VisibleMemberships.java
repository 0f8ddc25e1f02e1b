package io.github.langgan.loyalty.access;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import jakarta.inject.Singleton;

/** The memberships that the caller may speak for. */
@Singleton
public class VisibleMemberships {

  private final Memberships memberships;
  private final OwnCustomer ownCustomer;
  private final ErasedSubjects erased;

  VisibleMemberships(Memberships memberships, OwnCustomer ownCustomer, ErasedSubjects erased) {
    this.memberships = memberships;
    this.erased = erased;
    this.ownCustomer = ownCustomer;
  }

  /** 404 for a missing one, and the same for another's, and when the member was erased. */
  public Membership get(MembershipId id) {
    return memberships
        .find(id)
        .filter(membership -> ownCustomer.maySee(membership.customer()))
        .filter(membership -> !erased.contains(membership.cameFor().value()))
        .orElseThrow(Problem::notFound);
  }
}
