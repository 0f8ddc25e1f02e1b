package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.network.Reach;
import io.github.langgan.customer.network.PartyQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How far the network around somebody is asked for, and over what. */
public class NetworkQuery {

  private static final int DEEPEST = 6;
  private static final int MOST = 1_000;

  @QueryParam("depth")
  @DefaultValue("2")
  @Parameter(
      description = "Over how many relationships at most",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              format = "int32",
              minimum = "1",
              maximum = "6",
              defaultValue = "2"))
  int depth;

  @QueryParam("types")
  @Parameter(
      description = "Over relationships of these types, with commas between them; of all if absent",
      schema = @Schema(type = SchemaType.STRING, maxLength = 500, examples = "HOUSEHOLD,EMPLOYER"))
  @Nullable String types;

  @QueryParam("on")
  @Parameter(
      description = "Over relationships that are in force on this day; today if absent",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String on;

  @QueryParam("limit")
  @DefaultValue("200")
  @Parameter(
      description = "How many at most, the nearest and strongest first",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              format = "int32",
              minimum = "1",
              maximum = "1000",
              defaultValue = "200"))
  int limit;

  Reach.Bounds bounds(LocalDate today) {
    if (depth < 1 || depth > DEEPEST) {
      throw Problem.invalidParameter("depth", "must lie between 1 and " + DEEPEST);
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.invalidParameter("limit", "must lie between 1 and " + MOST);
    }
    return new Reach.Bounds(
        depth, RelationshipQuery.types(types), PartyQuery.day("on", on, today), limit);
  }
}
