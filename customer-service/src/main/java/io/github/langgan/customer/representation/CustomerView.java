package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Particulars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Customer", description = "What we know of a customer.")
public record CustomerView(
    UUID customerId,
    CustomerKind kind,
    NameBody name,
    @Nullable LocalDate birthDate,
    List<ContactBody> contacts,
    List<IdentifierBody> identifiers,
    SourceBody source,
    @Schema(description = "The partner that registered the customer, if one did")
        @Nullable String partner,
    Instant registeredAt,
    Instant changedAt,
    @Schema(description = "One more with each change; the ETag says the same") int version) {

  public static CustomerView from(Customer customer) {
    Particulars said = customer.particulars();
    return new CustomerView(
        customer.id().value(),
        said.kind(),
        NameBody.of(said.name()),
        said.birthDate() == null ? null : said.birthDate().value(),
        said.contacts().stream().map(ContactBody::of).toList(),
        said.identifiers().stream().map(IdentifierBody::of).toList(),
        SourceBody.of(customer.source()),
        customer.partner(),
        customer.registeredAt(),
        customer.changedAt(),
        customer.version());
  }
}
