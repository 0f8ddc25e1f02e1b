package io.github.langgan.customer.registration.importing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Always the same for the same request. */
@Schema(name = "ImportAccepted", description = "A file that will be worked off.")
public record ImportAccepted(
    @Schema(required = true) UUID importId,
    @Schema(required = true) UUID operationId,
    @Schema(required = true, description = "The import") String link,
    @Schema(required = true, description = "What came of its rows, as far as it is known")
        String results) {

  static final String BASE = "/v1/imports/";

  static ImportAccepted of(UUID importId, UUID operationId) {
    return new ImportAccepted(importId, operationId, link(importId), results(importId));
  }

  static String link(UUID importId) {
    return BASE + importId;
  }

  static String results(UUID importId) {
    return BASE + importId + "/results";
  }
}
