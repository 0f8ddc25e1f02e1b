package io.github.langgan.customer.network;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.IdentifierBody;
import io.github.langgan.customer.representation.NameBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RegisterParty", description = "What somebody says of a party.")
public record PartyRegistration(
    @Schema(required = true, type = SchemaType.STRING, implementation = CustomerKind.class)
        String kind,
    @Schema(required = true) NameBody name,
    @Size(max = 50)
        @Schema(description = "What it is to the company. None for somebody's kin, for instance")
        @Nullable List<@NotNull @Valid RoleBody> roles,
    @Nullable @Size(max = 50) List<ContactBody> contacts,
    @Nullable @Size(max = 50) List<IdentifierBody> identifiers,
    @Schema(description = "When the party is a customer, too: then both are one in the network")
        @Nullable UUID customerId)
    implements PartyStatement {

  boolean hasNaturalKey() {
    return customerId != null || identifiers != null && !identifiers.isEmpty();
  }
}
