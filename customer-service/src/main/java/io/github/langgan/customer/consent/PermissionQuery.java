package io.github.langgan.customer.consent;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.consent.ContactChannel;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** For what, and by what means, a customer is to be contacted. */
public class PermissionQuery {

  @QueryParam("purpose")
  @Parameter(
      required = true,
      description = "Its code",
      schema =
          @Schema(type = SchemaType.STRING, pattern = PurposeBody.CODE, examples = "NEWSLETTER"))
  @Nullable String purpose;

  @QueryParam("channel")
  @Parameter(required = true, description = "By what means")
  @Nullable ContactChannel channel;

  String purpose() {
    if (purpose == null) {
      throw Problem.invalidParameter("purpose", "must be there");
    }
    return purpose;
  }

  ContactChannel channel() {
    if (channel == null) {
      throw Problem.invalidParameter("channel", "must be there");
    }
    return channel;
  }
}
