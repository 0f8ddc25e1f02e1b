package io.github.langgan.customer.registration;

import io.github.langgan.customer.registration.ItemResult.Outcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RegistrationBatch", description = "What came of a batch, item by item.")
public record BatchResult(
    @Schema(required = true) int registered,
    @Schema(required = true) int duplicates,
    @Schema(required = true) int rejected,
    @Schema(required = true) List<ItemResult> items) {

  static BatchResult of(List<ItemResult> items) {
    return new BatchResult(
        count(items, Outcome.REGISTERED),
        count(items, Outcome.DUPLICATE),
        count(items, Outcome.REJECTED),
        items);
  }

  private static int count(List<ItemResult> items, Outcome outcome) {
    return (int) items.stream().filter(item -> item.outcome() == outcome).count();
  }
}
