package io.github.langgan.customer.network;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.IdentifierBody;
import io.github.langgan.customer.representation.NameBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Party", description = "A person or organisation in the network, customer or not.")
public record PartyView(
    @Schema(required = true) UUID partyId,
    @Schema(required = true) CustomerKind kind,
    @Schema(required = true) NameBody name,
    @Schema(required = true, description = "Ended ones, too") List<RoleBody> roles,
    @Schema(required = true) List<ContactBody> contacts,
    @Schema(required = true) List<IdentifierBody> identifiers,
    @Schema(description = "The customer that it is, too; of a merged one the survivor")
        @Nullable UUID customerId,
    @Schema(description = "The partner that registered the party, if one did")
        @Nullable String partner,
    @Schema(required = true) Instant registeredAt,
    @Schema(required = true) Instant changedAt,
    @Schema(required = true, description = "One more with each change; the ETag says the same")
        int version) {

  static PartyView of(Party party) {
    Particulars said = party.details().particulars();
    return new PartyView(
        party.id().value(),
        said.kind(),
        NameBody.of(said.name()),
        party.details().roles().stream().map(RoleBody::of).toList(),
        said.contacts().stream().map(ContactBody::of).toList(),
        said.identifiers().stream().map(IdentifierBody::of).toList(),
        party.customerNow() == null ? null : party.customerNow().value(),
        party.partner(),
        party.registeredAt(),
        party.changedAt(),
        party.version());
  }
}
