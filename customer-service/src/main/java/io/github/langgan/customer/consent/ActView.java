package io.github.langgan.customer.consent;

import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.consent.ActKind;
import io.github.langgan.customer.model.consent.ActReporter;
import io.github.langgan.customer.model.consent.ConsentAct;
import io.github.langgan.customer.model.consent.ConsentAct.ShownText;
import io.github.langgan.customer.model.consent.ContactChannel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentAct")
public record ActView(
    @Schema(required = true) UUID actId,
    @Schema(
            required = true,
            description = "For whom it was recorded: the customer, or a record merged into it")
        UUID customerId,
    @Schema(required = true) ActKind kind,
    @Schema(description = "Every purpose if absent") @Nullable String purpose,
    @Schema(description = "Every channel if absent") @Nullable List<ContactChannel> channels,
    @Nullable TextView text,
    @Schema(required = true, description = "When the customer said it") Instant effectiveAt,
    @Schema(description = "Of a grant; until it is withdrawn if absent")
        @Nullable Instant expiresAt,
    @Schema(required = true, description = "When we heard of it") Instant recordedAt,
    @Schema(description = "Not for partners that didn't report it") @Nullable ProofView proof,
    @Nullable String reason,
    @Schema(required = true) ReporterView reporter) {

  @Schema(name = "ConsentActText")
  public record TextView(
      @Schema(required = true) int version, @Schema(required = true) String language) {}

  @Schema(name = "ConsentActProof")
  public record ProofView(@Schema(required = true) String method, @Nullable String reference) {}

  @Schema(name = "ConsentActReporter")
  public record ReporterView(
      @Schema(
              required = true,
              enumeration = {"CUSTOMER", "PARTNER", "STAFF"})
          String kind,
      @Nullable String partner,
      @Schema(description = "For the company's own staff only") @Nullable String who) {}

  static ActView of(ConsentAct act, Visibility reader) {
    ShownText text = act.text();
    ActReporter reporter = act.reporter();
    boolean mayProve =
        !(reader instanceof Visibility.RegisteredBy(String partner))
            || partner.equals(reporter.partner());
    return new ActView(
        act.id(),
        act.customerId(),
        act.kind(),
        act.purpose(),
        act.channels().isEmpty() ? null : act.channels(),
        text == null ? null : new TextView(text.version(), text.language()),
        act.effectiveAt(),
        act.expiresAt(),
        act.recordedAt(),
        mayProve ? new ProofView(act.proof().method(), act.proof().reference()) : null,
        mayProve ? act.reason() : null,
        new ReporterView(
            reporter.kind().name(),
            mayProve ? reporter.partner() : null,
            reader instanceof Visibility.Everyone ? reporter.who() : null));
  }
}
