package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.ProgramId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Vouchers under the same terms.
 *
 * @param program whose members only may use them; null: everybody
 * @param usesPerCode null: without limit, of a public code
 * @param usesPerCustomer of any of its codes; null: without limit
 * @param extendOnReturnDays how long a voucher of one use that a return gives back can be used at
 *     least; 0: it keeps its end
 */
public record Campaign(
    CampaignId id,
    String name,
    @Nullable ProgramId program,
    String currency,
    Terms terms,
    Period period,
    @Nullable Integer usesPerCode,
    @Nullable Integer usesPerCustomer,
    Budget budget,
    Stacking stacking,
    CodeForm codes,
    int extendOnReturnDays,
    Instant createdAt,
    @Nullable Instant closedAt,
    long version) {

  public boolean isClosed() {
    return closedAt != null;
  }

  /** Whether who uses them has to be known. */
  boolean asksWho() {
    return program != null || usesPerCustomer != null;
  }
}
