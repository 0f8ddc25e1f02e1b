package io.github.langgan.customer.directory;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What customers are looked for by: at most one of e-mail, phone and identifier. */
public class CustomerQuery {

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
}
