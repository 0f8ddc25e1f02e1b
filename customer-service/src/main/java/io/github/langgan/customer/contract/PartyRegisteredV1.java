package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.customer.model.network.Party;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or organisation came into the network. The first event of its key.
 *
 * @param customerId when the party is a customer, too
 * @param partner that registered it; null when the company's own staff did
 */
public record PartyRegisteredV1(
    UUID partyId,
    String kind,
    @Nullable UUID customerId,
    @Nullable String partner,
    List<PartyRoleV1> roles,
    Instant registeredAt,
    PersonV1 person)
    implements PersonalEvent {

  public static PartyRegisteredV1 of(Party party) {
    return new PartyRegisteredV1(
        party.id().value(),
        party.details().particulars().kind().name(),
        party.customerNow() == null ? null : party.customerNow().value(),
        party.partner(),
        PartyRoleV1.all(party),
        party.registeredAt(),
        PersonV1.of(party.details().particulars()));
  }

  @Override
  public String type() {
    return "party.registered";
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
