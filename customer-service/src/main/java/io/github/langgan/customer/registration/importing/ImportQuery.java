package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.FileFormat;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a file is to be imported. */
public class ImportQuery {

  @QueryParam("form")
  @Parameter(
      description = "The intake form of rows that name none; IMPORT when it is missing",
      schema = @Schema(type = SchemaType.STRING, maxLength = 40, pattern = "^[A-Z][A-Z0-9_]*$"))
  @Nullable String form;

  @QueryParam("receivedAt")
  @Parameter(
      description = "When the company got the rows that don't say it; now when it is missing",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String receivedAt;

  @QueryParam("dryRun")
  @DefaultValue("false")
  @Parameter(description = "Says what would come of each row, and registers nobody")
  boolean dryRun;

  @QueryParam("matching")
  @DefaultValue("true")
  @Parameter(
      description =
          "false: new customers are not compared with the others one by one, which is faster."
              + " POST /v1/matching/runs compares all afterwards.")
  boolean matching;

  private static final String USUAL_FORM = "IMPORT";

  /** All that makes the same file another request. */
  String fingerprint(FileFormat format) {
    return "%s %s %s %s %s\n".formatted(format, form, receivedAt, dryRun, matching);
  }

  Source source(Instant now) {
    String usual = form == null ? USUAL_FORM : form;
    try {
      return receivedAt == null
          ? new Source(usual, now, null)
          : Source.read(usual, receivedAt, null, now);
    } catch (InvalidValue invalid) {
      throw Problem.invalidParameter(invalid.field(), invalid.explanation());
    }
  }
}
