package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.json.StrictTimes;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.network.RelationshipType;
import io.github.langgan.customer.model.network.Relationships;
import io.github.langgan.customer.network.PartyQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which relationships of somebody are asked for. */
public class RelationshipQuery {

  private static final int LONGEST = 500;

  @QueryParam("types")
  @Parameter(
      description = "Of these types, with commas between them; of all if absent",
      schema =
          @Schema(type = SchemaType.STRING, maxLength = LONGEST, examples = "HOUSEHOLD,EMPLOYER"))
  @Nullable String types;

  @QueryParam("on")
  @Parameter(
      description = "In force on this day; today if absent",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String on;

  @QueryParam("asOf")
  @Parameter(
      description = "As they were known at this time; as they are known now if absent",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String asOf;

  @QueryParam("includeEnded")
  @DefaultValue("false")
  @Parameter(description = "Also those that are not in force on the day: ended ones, future ones")
  boolean includeEnded;

  LocalDate day(LocalDate today) {
    return PartyQuery.day("on", on, today);
  }

  Relationships.Criteria criteria(LocalDate today) {
    return new Relationships.Criteria(
        types(types), includeEnded ? null : day(today), asOf == null ? null : time(asOf));
  }

  static Set<RelationshipType> types(@Nullable String written) {
    Set<RelationshipType> types = EnumSet.noneOf(RelationshipType.class);
    if (written != null) {
      for (String name : written.split(",", -1)) {
        types.add(type(name));
      }
    }
    return types;
  }

  private static RelationshipType type(String name) {
    try {
      return RelationshipType.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Problem.invalidParameter("types", "must be types of relationships");
    }
  }

  private static Instant time(String written) {
    try {
      return StrictTimes.instant(written);
    } catch (DateTimeException e) {
      throw Problem.invalidParameter(
          "asOf", "must be a time with its offset, like 2026-01-31T08:00:00Z");
    }
  }
}
