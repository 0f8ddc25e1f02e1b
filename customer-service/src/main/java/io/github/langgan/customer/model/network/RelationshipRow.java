package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.Confidence;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code relationship}, with who its ends are now. */
record RelationshipRow(
    UUID id,
    RelationshipType type,
    @Nullable UUID fromCustomer,
    @Nullable UUID fromParty,
    @Nullable UUID toCustomer,
    @Nullable UUID toParty,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate statedUntil,
    @Nullable BigDecimal statedStrength,
    @Nullable BigDecimal strength,
    LocalDate confirmedOn,
    String form,
    Instant receivedAt,
    @Nullable BigDecimal confidence,
    @Nullable String partner,
    String recordedBy,
    Instant recordedAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    UUID fromNow,
    boolean fromIsCustomer,
    UUID toNow,
    boolean toIsCustomer) {

  Relationships.Related related() {
    Relationship.Stated stated =
        new Relationship.Stated(
            type,
            Node.of(fromCustomer, fromParty),
            Node.of(toCustomer, toParty),
            new Period(validFrom, statedUntil),
            statedStrength);
    Relationship relationship =
        new Relationship(
            id,
            stated,
            new Period(validFrom, validUntil),
            strength,
            confirmedOn,
            new Source(form, receivedAt, confidence == null ? null : new Confidence(confidence)),
            new Registrant(partner, recordedBy),
            recordedAt,
            endedBy == null || endedAt == null
                ? null
                : new Relationship.Ending(endedBy, endedAt, endReason));
    return new Relationships.Related(
        relationship, new Being(fromNow, fromIsCustomer), new Being(toNow, toIsCustomer));
  }
}
