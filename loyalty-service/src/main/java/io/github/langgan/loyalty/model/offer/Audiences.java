package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Audience;
import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.model.tier.Tiers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who a proposition is for: a statement for each thing that it asks, for any number of members. */
@Singleton
class Audiences {

  private final Traits traits;
  private final Tiers tiers;

  Audiences(Traits traits, Tiers tiers) {
    this.traits = traits;
    this.tiers = tiers;
  }

  /** Those of them that belong to it. */
  List<Membership> among(List<Membership> members, Audience audience) {
    List<Membership> left = members;
    if (!audience.segments().isEmpty()) {
      left = keep(left, traits.inSegments(customers(left), audience.segments()));
    }
    if (!audience.stages().isEmpty()) {
      left = keep(left, traits.inStages(customers(left), audience.stages()));
    }
    if (!audience.tiers().isEmpty()) {
      Map<MembershipId, Held> held = tiers.now(left);
      left =
          left.stream().filter(one -> audience.tiers().contains(code(held.get(one.id())))).toList();
    }
    return left;
  }

  private static String code(@Nullable Held held) {
    return held == null ? "" : held.level().code();
  }

  private static List<Membership> keep(List<Membership> members, Set<CustomerId> customers) {
    return members.stream().filter(one -> customers.contains(one.customer())).toList();
  }

  private static Set<CustomerId> customers(List<Membership> members) {
    return members.stream().map(Membership::customer).collect(Collectors.toSet());
  }
}
