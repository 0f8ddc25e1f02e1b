package io.github.langgan.profile.representation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.money.Money;
import io.github.langgan.profile.model.history.HistoryEntry;
import io.github.langgan.profile.model.history.HistoryKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that happened with a customer, as callers see it. */
@Schema(name = "TimelineEntry", description = "One thing that happened with a customer")
public record HistoryEntryView(
    @Schema(required = true) UUID entryId,
    @Schema(required = true) Instant at,
    @Schema(required = true) HistoryKind kind,
    @Schema(required = true, description = "A business fact", examples = "transaction.purchase")
        String type,
    @Schema(
            required = true,
            description = "The transaction, interaction, case, membership or intake")
        UUID subjectId,
    @Schema(required = true, description = "Depends on the type") Map<String, Object> details) {

  public static HistoryEntryView of(HistoryEntry entry) {
    return new HistoryEntryView(
        entry.entryId(), entry.at(), entry.kind(), entry.type(), entry.subjectId(), details(entry));
  }

  @SuppressWarnings("unchecked") // JSON objects
  private static Map<String, Object> details(HistoryEntry entry) {
    Map<String, Object> details = EventJson.read(entry.details().getBytes(UTF_8), Map.class);
    details.computeIfPresent("total", (name, total) -> money((Map<String, String>) total));
    return details;
  }

  private static Money money(Map<String, String> total) {
    return new Money(new BigDecimal(total.get("amount")), requireNonNull(total.get("currency")));
  }
}
