package io.github.langgan.customer.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a record.
 *
 * @param mergeId the merge that it came from, or its undoing
 * @param happenedOn when the customer's life changed so; null when nobody said or it didn't
 * @param particulars null when they were replaced before replaced versions were kept
 */
public record RecordedVersion(
    Provenance provenance,
    @Nullable UUID mergeId,
    @Nullable LocalDate happenedOn,
    @Nullable Particulars particulars) {

  /** Without what it says of the customer. */
  public RecordedVersion hidden() {
    return new RecordedVersion(provenance, mergeId, happenedOn, null);
  }
}
