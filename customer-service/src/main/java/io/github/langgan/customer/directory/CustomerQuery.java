package io.github.langgan.customer.directory;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Stage;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What customers are looked for by: at most one of e-mail, phone and identifier, and any filters.
 */
public class CustomerQuery {

  static final String PARTNER = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";

  @QueryParam("email")
  @Parameter(
      description = "E-mail address; upper and lower case are the same",
      schema = @Schema(type = SchemaType.STRING, maxLength = 254))
  @Nullable String email;

  @QueryParam("phone")
  @Parameter(
      description = "Telephone number in any writing",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40))
  @Nullable String phone;

  @QueryParam("identifierSource")
  @Parameter(
      description = "The system that knows the customer by identifierValue",
      schema = @Schema(type = SchemaType.STRING, maxLength = 64))
  @Nullable String identifierSource;

  @QueryParam("identifierValue")
  @Parameter(
      description = "What identifierSource knows the customer by",
      schema = @Schema(type = SchemaType.STRING, maxLength = 100))
  @Nullable String identifierValue;

  @QueryParam("kind")
  @Parameter(
      description = "Persons or organisations only",
      schema = @Schema(type = SchemaType.STRING, implementation = CustomerKind.class))
  @Nullable String kind;

  @QueryParam("partner")
  @Parameter(
      description = "Those that this partner registered; for the company's own staff",
      schema = @Schema(type = SchemaType.STRING, maxLength = 100, pattern = PARTNER))
  @Nullable String partner;

  @QueryParam("stage")
  @Parameter(
      description =
          "Those who stand there in their life with the company, as analytics told last; for the"
              + " company's own staff",
      schema = @Schema(type = SchemaType.STRING, implementation = Stage.class))
  @Nullable String stage;

  @QueryParam("language")
  @Parameter(
      description = "A language of BCP 47; without a region, those of any region are found",
      schema = @Schema(type = SchemaType.STRING, minLength = 2, maxLength = 35))
  @Nullable String language;

  @QueryParam("archived")
  @Parameter(
      description =
          "Who did nothing for long: left out (EXCLUDED), among the others (INCLUDED), or only"
              + " those (ONLY). When it is missing, searches include them, and what lists without"
              + " e-mail, phone, identifier or name leaves them out",
      schema = @Schema(type = SchemaType.STRING, implementation = ArchivedCustomers.class))
  @Nullable String archived;

  @QueryParam("registeredSince")
  @Parameter(
      description = "Registered at this time or later",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String registeredSince;

  @QueryParam("registeredUntil")
  @Parameter(
      description = "Registered before this time",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String registeredUntil;

  @QueryParam("changedSince")
  @Parameter(
      description =
          "Registered or corrected at this time or later: what another system has missed. Ask from"
              + " a few minutes before the last answer's time, as a change is dated when it begins",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String changedSince;
}
