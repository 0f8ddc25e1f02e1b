package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Customer", description = "What we know of a customer.")
public record CustomerView(
    @Schema(required = true) UUID customerId,
    @Schema(required = true) CustomerKind kind,
    @Schema(required = true) NameBody name,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    @Nullable String occupation,
    @Schema(description = "BCP 47", examples = "id") @Nullable String language,
    @Schema(required = true) List<ContactBody> contacts,
    @Schema(required = true) List<IdentifierBody> identifiers,
    @Schema(required = true) List<NoteBody> notes,
    @Schema(required = true) SourceBody source,
    @Schema(description = "The partner that registered the customer, if one did")
        @Nullable String partner,
    @Schema(required = true) Instant registeredAt,
    @Schema(required = true) Instant changedAt,
    @Schema(required = true, description = "One more with each change; the ETag says the same")
        int version,
    @Schema(description = "The survivor, when the id that was asked for was merged into it")
        @Nullable UUID mergedInto,
    @Schema(
            description =
                "Since when the data is only kept: nobody is contacted; in single answers")
        @Nullable Instant restrictedSince,
    @Schema(description = "That the customer has died, if somebody reported it; in single answers")
        @Nullable DeceasedView deceased,
    @Schema(description = "Since when a rule has it archived, for doing nothing; in single answers")
        @Nullable Instant archivedAt,
    @Schema(description = "In single answers to the company's own staff")
        @Nullable StageView stage) {

  /**
   * @param asked the id that somebody asked for, of the customer or of a record merged into it
   */
  public static CustomerView of(Customer customer, UUID asked) {
    return from(customer, asked.equals(customer.id().value()) ? null : customer.id().value());
  }

  public static CustomerView from(Customer customer) {
    return from(customer, null);
  }

  private static CustomerView from(Customer customer, @Nullable UUID mergedInto) {
    Particulars said = customer.particulars();
    return new CustomerView(
        customer.id().value(),
        said.kind(),
        NameBody.of(said.name()),
        said.birthDate() == null ? null : said.birthDate().value(),
        said.gender(),
        said.occupation() == null ? null : said.occupation().value(),
        said.language() == null ? null : said.language().tag(),
        said.contacts().stream().map(ContactBody::of).toList(),
        said.identifiers().stream().map(IdentifierBody::of).toList(),
        said.notes().stream().map(NoteBody::of).toList(),
        SourceBody.of(customer.source()),
        customer.partner(),
        customer.registeredAt(),
        customer.changedAt(),
        customer.version(),
        mergedInto,
        null,
        null,
        null,
        null);
  }

  /**
   * @param told null for whom it doesn't concern
   */
  public CustomerView with(Standing standing, @Nullable StageView told) {
    return new CustomerView(
        customerId,
        kind,
        name,
        birthDate,
        gender,
        occupation,
        language,
        contacts,
        identifiers,
        notes,
        source,
        partner,
        registeredAt,
        changedAt,
        version,
        mergedInto,
        standing.restrictedSince(),
        standing.death() == null ? null : DeceasedView.of(standing.death()),
        standing.archivedAt(),
        told);
  }
}
