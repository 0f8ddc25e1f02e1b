package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.representation.BodyReader;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.CustomerView;
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

@Schema(
    name = "CorrectOwnRecord",
    description = "What a customer puts right. Contacts are replaced whole; null takes away.")
record CorrectOwnRecord(
    @Schema(required = true) NameBody name,
    @Schema(format = "date", examples = "1990-04-21") @Nullable String birthDate,
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
    @Nullable @Size(max = 50) List<ContactBody> contacts)
    implements Statement {

  static CorrectOwnRecord from(Customer customer) {
    CustomerView all = CustomerView.from(customer);
    return new CorrectOwnRecord(
        NameBody.asStated(customer.particulars().name()),
        all.birthDate() == null ? null : all.birthDate().toString(),
        all.gender() == null ? null : all.gender().name(),
        all.occupation(),
        all.language(),
        all.contacts());
  }

  /** With the identifiers and notes as they are, which customers don't see. */
  Particulars of(Customer current, BodyReader reader) {
    Particulars known = current.particulars();
    return reader.read(
        this,
        known.kind().name(),
        AnswerUpdateRequest.FORM,
        (said, source) ->
            new Particulars(
                said.kind(),
                said.name(),
                said.birthDate(),
                said.gender(),
                said.occupation(),
                said.language(),
                said.contacts(),
                known.identifiers(),
                known.notes()));
  }

  @Override
  public @Nullable List<IdentifierBody> identifiers() {
    return null;
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
