package io.github.langgan.customer.network;

import io.github.langgan.chassis.json.StrictTimes;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.network.PartyCriteria;
import io.github.langgan.customer.model.network.PartyRole;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What parties are looked for by. */
public class PartyQuery {

  private static final int LONGEST_NAME = 200;

  @QueryParam("role")
  @Parameter(description = "Those that hold this role on the day")
  @Nullable PartyRole role;

  @QueryParam("on")
  @Parameter(
      description = "The day on which the role is held; today if absent",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String on;

  @QueryParam("kind")
  @Parameter(description = "Persons or organisations only")
  @Nullable CustomerKind kind;

  @QueryParam("name")
  @Parameter(
      description = "A part of the name, in upper or lower case",
      schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_NAME))
  @Nullable String name;

  @QueryParam("customerId")
  @Parameter(description = "The party that this customer is, too")
  @Nullable UUID customerId;

  @QueryParam("partnerName")
  @Parameter(
      description = "The party that tokens name so (claim partner)",
      schema = @Schema(type = SchemaType.STRING, maxLength = 100))
  @Nullable String partnerName;

  PartyCriteria criteria(LocalDate today) {
    if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
      throw Problem.invalidParameter("name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    return new PartyCriteria(role, day("on", on, today), kind, name, customerId, partnerName);
  }

  public static LocalDate day(String parameter, @Nullable String written, LocalDate otherwise) {
    try {
      return written == null ? otherwise : StrictTimes.date(written);
    } catch (DateTimeException e) {
      throw Problem.invalidParameter(parameter, "must be a date, like 2026-01-31");
    }
  }
}
