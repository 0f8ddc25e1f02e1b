package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.customer.model.network.Party;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a party changed: the whole, as it is now.
 *
 * @param customerId when the party is a customer, too
 * @param partner that registered it; null when the company's own staff did
 */
public record PartyUpdatedV1(
    UUID partyId,
    String kind,
    @Nullable UUID customerId,
    @Nullable String partner,
    List<PartyRoleV1> roles,
    int partyVersion,
    Instant updatedAt,
    PersonV1 person)
    implements PersonalEvent {

  public static PartyUpdatedV1 of(Party party) {
    return new PartyUpdatedV1(
        party.id().value(),
        party.details().particulars().kind().name(),
        party.customerNow() == null ? null : party.customerNow().value(),
        party.partner(),
        PartyRoleV1.all(party),
        party.version(),
        party.changedAt(),
        PersonV1.of(party.details().particulars()));
  }

  @Override
  public String type() {
    return "party.updated";
  }

  @Override
  public UUID key() {
    return partyId;
  }

  /** The party itself: it may have been told of before anybody knew which customer it is. */
  @Override
  public UUID dataSubject() {
    return partyId;
  }
}
