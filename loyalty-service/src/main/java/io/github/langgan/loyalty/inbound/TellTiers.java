package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.inbound.ApplyTransactions.Arrival;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ledger.Member;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.tier.Freezes;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import io.github.langgan.loyalty.model.transaction.Return;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets members rise and fall by the purchases and returns that came. */
@Singleton
class TellTiers {

  private final Freezes freezes;
  private final SettleTiers settleTiers;

  TellTiers(Freezes freezes, SettleTiers settleTiers) {
    this.freezes = freezes;
    this.settleTiers = settleTiers;
  }

  /** Who was concerned by a batch of transactions. */
  static final class Concerned {

    private final Map<MembershipId, Arrival> last = new LinkedHashMap<>();
    private final Map<MembershipId, Integer> returns = new LinkedHashMap<>();

    /**
     * @param event of one membership
     */
    void add(PublishedEvent event, Arrival arrival) {
      MembershipId membership = new MembershipId(UUID.fromString(event.subject()));
      last.put(membership, arrival);
      if (arrival.transaction() instanceof Return) {
        returns.merge(membership, 1, Integer::sum);
      }
    }
  }

  /** For a sheet that is closed: each change is an effect of the last transaction. */
  List<Effect> after(Concerned concerned, Worksheet sheet, Instant now) {
    List<Membership> members =
        sheet.members().stream()
            .filter(one -> !one.program().tierSchemes().isEmpty())
            .map(Member::membership)
            .filter(one -> concerned.last.containsKey(one.id()))
            .toList();
    Map<MembershipId, Integer> returns = new HashMap<>(concerned.returns);
    returns.keySet().retainAll(members.stream().map(Membership::id).toList());
    freezes.returned(returns, now);
    return settleTiers
        .settle(members, id -> cause(requireNonNull(concerned.last.get(id))), now)
        .stream()
        .map(
            change ->
                new Effect(
                    TierChangedV1.of(change),
                    requireNonNull(concerned.last.get(change.membership().id())).cause()))
        .toList();
  }

  private static Cause cause(Arrival arrival) {
    return new Cause(
        arrival.transaction() instanceof Return ? Reason.RETURN : Reason.PURCHASE,
        arrival.transaction().id().value());
  }
}
