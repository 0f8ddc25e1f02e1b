package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members by customer and by membership; whoever holds the points of united ones stands for them.
 */
final class Members {

  private final Meanings meanings;
  private final Map<MembershipId, Member> members = new LinkedHashMap<>();
  private final Map<CustomerId, List<Member>> byCustomer = new HashMap<>();
  private final Map<MembershipId, MembershipId> holders = new HashMap<>();
  private final Map<MembershipId, List<MembershipId>> held = new HashMap<>();

  Members(Collection<Member> holding, Collection<Membership> united, Meanings meanings) {
    this.meanings = meanings;
    for (Member member : holding) {
      MembershipId id = member.membership().id();
      members.put(id, member);
      byCustomer
          .computeIfAbsent(member.membership().customer(), customer -> new ArrayList<>())
          .add(member);
      hold(id, id);
    }
    for (Membership one : united) {
      byCustomer.get(one.customer()).stream()
          .filter(member -> member.program().id().equals(one.program()))
          .forEach(member -> hold(member.membership().id(), one.id()));
    }
  }

  List<Member> of(@Nullable CustomerId record) {
    return record == null ? List.of() : byCustomer.getOrDefault(meanings.of(record), List.of());
  }

  MembershipId holderOf(MembershipId id) {
    return holders.getOrDefault(id, id);
  }

  List<MembershipId> heldBy(MembershipId holder) {
    return held.getOrDefault(holder, List.of());
  }

  Member get(MembershipId holder) {
    return members.get(holder);
  }

  Collection<Member> all() {
    return members.values();
  }

  private void hold(MembershipId holder, MembershipId id) {
    holders.put(id, holder);
    held.computeIfAbsent(holder, one -> new ArrayList<>()).add(id);
  }
}
