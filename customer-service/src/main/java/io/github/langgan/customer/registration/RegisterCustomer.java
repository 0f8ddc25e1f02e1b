package io.github.langgan.customer.registration;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.BodyReader;
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

@Schema(name = "RegisterCustomer", description = "What somebody says of a customer.")
public record RegisterCustomer(
    @Schema(required = true, type = SchemaType.STRING, implementation = CustomerKind.class)
        String kind,
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
    @Nullable @Size(max = 50) List<IdentifierBody> identifiers,
    @Nullable @Size(max = 20) List<NoteBody> notes,
    @Schema(description = "When it is missing: the form API, received now")
        @Nullable SourceBody source)
    implements Statement {

  private static final String USUAL_FORM = "API";

  Registration toRegistration(BodyReader reader) {
    return reader.read(this, kind, USUAL_FORM, Registration::new);
  }

  /**
   * @param usual where it came from, when the body doesn't say it
   */
  public Registration toRegistration(BodyReader reader, Source usual) {
    return reader.read(this, kind, usual, Registration::new);
  }

  static Problem noNaturalKey() {
    return Problem.of(
        Problems.IDEMPOTENCY_KEY_MISSING,
        "A registration without identifiers needs an Idempotency-Key");
  }
}
