package io.github.langgan.customer.registration.intake;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.IdentifierBody;
import io.github.langgan.customer.representation.NameBody;
import io.github.langgan.customer.representation.NoteBody;
import io.github.langgan.customer.representation.SourceBody;
import io.github.langgan.customer.representation.Statement;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "FormCustomer", description = "What a form says of who filled it in.")
public record FormCustomer(
    @Schema(
            description = "PERSON when it is missing",
            type = SchemaType.STRING,
            implementation = CustomerKind.class)
        @Nullable String kind,
    @Schema(required = true) NameBody name,
    @Schema(description = "Of a person", format = "date", examples = "1990-04-21")
        @Nullable String birthDate,
    @Schema(description = "Of a person", type = SchemaType.STRING, implementation = Gender.class)
        @Nullable String gender,
    @Schema(description = "Of a person", minLength = 1, maxLength = 100)
        @Nullable String occupation,
    @Schema(
            description = "In which the customer is best spoken to (BCP 47)",
            minLength = 2,
            maxLength = 35,
            examples = "id")
        @Nullable String language,
    @Nullable @Size(max = 50) List<ContactBody> contacts,
    @Schema(description = "By these a known customer is recognised, and by nothing else")
        @Nullable
        @Size(max = 50)
        List<IdentifierBody> identifiers)
    implements Statement {

  public FormCustomer {
    kind = kind == null ? CustomerKind.PERSON.name() : kind;
  }

  static FormCustomer of(Particulars said) {
    return new FormCustomer(
        said.kind().name(),
        NameBody.of(said.name()),
        said.birthDate() == null ? null : said.birthDate().value().toString(),
        said.gender() == null ? null : said.gender().name(),
        said.occupation() == null ? null : said.occupation().value(),
        said.language() == null ? null : said.language().tag(),
        said.contacts().stream().map(ContactBody::of).toList(),
        said.identifiers().stream().map(IdentifierBody::of).toList());
  }

  @Override
  public @Nullable List<NoteBody> notes() {
    return null;
  }

  @Override
  public @Nullable SourceBody source() {
    return null;
  }
}
