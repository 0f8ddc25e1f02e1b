package io.github.langgan.customer.model.consent;

import io.github.langgan.customer.model.consent.ConsentAct.Proof;
import io.github.langgan.customer.model.consent.ConsentAct.ShownText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code consent_act}.
 *
 * @param asked the record that was asked for: of the same customer
 */
record ActRow(
    UUID asked,
    UUID id,
    UUID customerId,
    ActKind kind,
    @Nullable String purpose,
    @Nullable String channels,
    @Nullable Integer textVersion,
    @Nullable String textLanguage,
    Instant effectiveAt,
    @Nullable Instant expiresAt,
    Instant recordedAt,
    String proofMethod,
    @Nullable String proofReference,
    @Nullable String reason,
    ActReporter.Kind reporter,
    @Nullable String partner,
    String who) {

  ConsentAct act() {
    return new ConsentAct(
        id,
        customerId,
        kind,
        purpose,
        channels == null
            ? List.of()
            : Arrays.stream(channels.split(",")).map(ContactChannel::valueOf).toList(),
        textVersion == null || textLanguage == null
            ? null
            : new ShownText(textVersion, textLanguage),
        effectiveAt,
        expiresAt,
        recordedAt,
        new Proof(proofMethod, proofReference),
        reason,
        new ActReporter(reporter, partner, who));
  }
}
