package io.github.langgan.customer.history;

import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Provenance;
import io.github.langgan.customer.model.RecordedVersion;
import io.github.langgan.customer.model.Reporter;
import io.github.langgan.customer.representation.SourceBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CustomerVersion",
    description = "What a registration or correction brought: the first version, or a later one.")
public record VersionView(
    @Schema(required = true) int version,
    @Schema(required = true) Instant recordedAt,
    @Schema(required = true, description = "With how sure it is") SourceBody source,
    @Schema(description = "The merge that it came from, or its undoing; form MERGE or UNMERGE")
        @Nullable UUID mergeId,
    @Schema(description = "When the customer moved or changed its job, if it was that")
        @Nullable LocalDate happenedOn,
    @Schema(description = "On whose behalf it was reported, if that was noted")
        Reporter.@Nullable Kind reporter,
    @Schema(description = "That reported it, if one did") @Nullable String partner,
    @Schema(description = "The person or program; for the company's own staff") @Nullable String by,
    @Schema(
            description =
                "The fields that changed. Missing when this version, or the one before, was"
                    + " replaced before replaced versions were kept: then nobody knows. Missing for"
                    + " partners, too, when one of the two holds what came for others' records",
            examples = "birthDate")
        @Nullable List<String> changed,
    @Schema(description = "What the changed fields were; missing for the registration")
        @Nullable ValuesView before,
    @Schema(description = "What they became; without those that were taken away")
        @Nullable ValuesView after) {

  /**
   * @param former the version before; null for the first
   * @param staff whether to name persons and programs
   */
  static VersionView of(RecordedVersion version, @Nullable RecordedVersion former, boolean staff) {
    Particulars after = version.particulars();
    Particulars before = former == null ? null : former.particulars();
    if (after == null || former != null && before == null) {
      return of(version, staff, null, null, null);
    }
    Set<Field> changed = before == null ? Field.said(after) : Field.changed(before, after);
    return of(
        version,
        staff,
        changed.stream().map(Field::json).toList(),
        before == null ? null : ValuesView.of(before, changed),
        ValuesView.of(after, changed));
  }

  private static VersionView of(
      RecordedVersion version,
      boolean staff,
      @Nullable List<String> changed,
      @Nullable ValuesView before,
      @Nullable ValuesView after) {
    Provenance from = version.provenance();
    return new VersionView(
        from.version(),
        from.recordedAt(),
        SourceBody.of(from.source(), from.confidence()),
        version.mergeId(),
        version.happenedOn(),
        from.reporter().kind(),
        from.reporter().partner(),
        staff ? from.reporter().who() : null,
        changed,
        before,
        after);
  }
}
