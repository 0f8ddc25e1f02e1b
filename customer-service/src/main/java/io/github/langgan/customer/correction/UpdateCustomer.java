package io.github.langgan.customer.correction;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Gender;
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
    name = "UpdateCustomer",
    description = "What can be put right. Lists are replaced whole; null takes a value away.")
public record UpdateCustomer(
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
    @Nullable @Size(max = 50) List<ContactBody> contacts,
    @Nullable @Size(max = 50) List<IdentifierBody> identifiers,
    @Nullable @Size(max = 20) List<NoteBody> notes,
    @Schema(description = "Of the correction. When it is missing: the form CORRECTION, now")
        @Nullable SourceBody source)
    implements Statement {

  private static final String USUAL_FORM = "CORRECTION";

  static UpdateCustomer from(Customer customer) {
    CustomerView view = CustomerView.from(customer);
    return new UpdateCustomer(
        NameBody.asStated(customer.particulars().name()),
        view.birthDate() == null ? null : view.birthDate().toString(),
        view.gender() == null ? null : view.gender().name(),
        view.occupation(),
        view.language(),
        view.contacts(),
        view.identifiers(),
        view.notes(),
        null);
  }

  Correction toCorrection(CustomerKind kind, BodyReader reader) {
    return reader.read(this, kind.name(), USUAL_FORM, Correction::new);
  }
}
