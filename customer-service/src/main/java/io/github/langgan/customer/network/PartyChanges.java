package io.github.langgan.customer.network;

import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.IdentifierBody;
import io.github.langgan.customer.representation.NameBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "UpdateParty",
    description =
        "What can be changed of a party. Lists are replaced whole; null takes a value away. A role"
            + " can't be left out: it is ended by its validUntil.")
public record PartyChanges(
    @Schema(required = true) NameBody name,
    @Nullable @Size(max = 50) List<@NotNull @Valid RoleBody> roles,
    @Nullable @Size(max = 50) List<ContactBody> contacts,
    @Nullable @Size(max = 50) List<IdentifierBody> identifiers,
    @Nullable UUID customerId)
    implements PartyStatement {

  static PartyChanges from(Party party) {
    PartyView view = PartyView.of(party);
    return new PartyChanges(
        NameBody.asStated(party.details().particulars().name()),
        view.roles(),
        view.contacts(),
        view.identifiers(),
        view.customerId());
  }
}
