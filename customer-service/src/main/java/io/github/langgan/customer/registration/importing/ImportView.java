package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.operation.Operations;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Import", description = "A file of customers, and how far it is.")
public record ImportView(
    @Schema(required = true) UUID importId,
    @Schema(required = true) ImportState state,
    @Schema(required = true) boolean dryRun,
    @Schema(required = true) boolean matching,
    @Schema(required = true, description = "Of rows that name none") String form,
    @Schema(required = true, description = "Rows of the file") long total,
    @Schema(required = true, description = "Rows that have their result") long done,
    @Schema(required = true) long registered,
    @Schema(required = true) long duplicates,
    @Schema(required = true) long rejected,
    @Schema(required = true) Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(required = true, description = "The same work as an operation") String operation,
    @Schema(required = true, description = "What came of the rows, as far as it is known")
        String results) {

  static ImportView of(CustomerImport file, Operations operations) {
    return new ImportView(
        file.id(),
        file.state(),
        file.dryRun(),
        file.matching(),
        file.form(),
        file.total(),
        file.done(),
        file.registered(),
        file.duplicates(),
        file.rejected(),
        file.startedAt(),
        file.endedAt(),
        operations.location(file.operation()).toString(),
        ImportAccepted.results(file.id()));
  }
}
