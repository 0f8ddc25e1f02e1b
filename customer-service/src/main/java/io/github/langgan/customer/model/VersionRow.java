package io.github.langgan.customer.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_version}. */
record VersionRow(
    UUID customerId,
    int version,
    String form,
    Instant receivedAt,
    @Nullable BigDecimal confidence,
    Reporter.@Nullable Kind reporter,
    @Nullable String partner,
    String who,
    Instant recordedAt,
    @Nullable UUID mergeId,
    @Nullable LocalDate happenedOn) {

  Provenance provenance(Confidences confidences) {
    Source source =
        new Source(form, receivedAt, confidence == null ? null : new Confidence(confidence));
    return new Provenance(
        new Origin(customerId, version),
        source,
        confidences.of(source),
        new Reporter(reporter, partner, who),
        recordedAt);
  }
}
