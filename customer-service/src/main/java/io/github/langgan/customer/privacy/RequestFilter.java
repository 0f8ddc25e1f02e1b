package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which requests are asked for. */
public class RequestFilter {

  @QueryParam("status")
  @Parameter(
      description = "Those that are so far",
      schema = @Schema(implementation = RequestStatus.class))
  @Nullable String status;

  @QueryParam("kind")
  @Parameter(description = "Those of a kind", schema = @Schema(implementation = RequestKind.class))
  @Nullable String kind;

  @QueryParam("customerId")
  @Parameter(description = "Those of one customer, by any of its ids")
  @Nullable UUID customerId;

  @QueryParam("overdue")
  @Parameter(
      description = "Those that are too late, only",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @Nullable String overdue;

  RequestQuery.Filter read() {
    return new RequestQuery.Filter(
        read("status", status, RequestStatus.class),
        read("kind", kind, RequestKind.class),
        customerId,
        flag());
  }

  private boolean flag() {
    return switch (overdue) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalidParameter("overdue", "must be true or false");
    };
  }

  private static <E extends Enum<E>> @Nullable E read(
      String parameter, @Nullable String value, Class<E> type) {
    try {
      return value == null ? null : Enum.valueOf(type, value);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalidParameter(parameter, "is none that there is");
    }
  }
}
