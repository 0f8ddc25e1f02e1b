package io.github.langgan.loyalty.voucher.checkout;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.voucher.Asked;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.OverdueHolds;
import io.github.langgan.loyalty.model.voucher.OverdueHolds.Hold;
import io.github.langgan.loyalty.model.voucher.Refusal;
import io.github.langgan.loyalty.model.voucher.Spent;
import io.github.langgan.loyalty.model.voucher.Stock;
import io.github.langgan.loyalty.model.voucher.Use;
import io.github.langgan.loyalty.model.voucher.Voucher;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import io.github.langgan.loyalty.model.voucher.Vouchers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds codes with their campaigns and counters; what overdue orders hold counts for nobody. */
@Singleton
class LookUpCodes {

  private final Vouchers vouchers;
  private final Campaigns campaigns;
  private final Stock stock;
  private final OverdueHolds overdueHolds;

  LookUpCodes(Vouchers vouchers, Campaigns campaigns, Stock stock, OverdueHolds overdueHolds) {
    this.vouchers = vouchers;
    this.campaigns = campaigns;
    this.stock = stock;
    this.overdueHolds = overdueHolds;
  }

  /**
   * Codes as they are known before anything is locked.
   *
   * @param found by what was typed; what is missing there is no voucher's
   */
  record Known(
      List<String> typed, Map<String, Voucher> found, Map<CampaignId, Campaign> campaigns) {}

  Known find(List<String> typed) {
    Map<String, VoucherCode> codes = new HashMap<>();
    typed.forEach(one -> VoucherCode.read(one).ifPresent(code -> codes.put(one, code)));
    Map<VoucherCode, Voucher> byCode =
        vouchers.withCodes(codes.values()).stream()
            .collect(Collectors.toMap(Voucher::code, Function.identity()));
    Map<String, Voucher> found = new HashMap<>();
    codes.forEach(
        (one, code) ->
            Optional.ofNullable(byCode.get(code)).ifPresent(voucher -> found.put(one, voucher)));
    return new Known(
        typed,
        found,
        campaigns.withIds(found.values().stream().map(Voucher::campaign).toList()).stream()
            .collect(Collectors.toMap(Campaign::id, Function.identity())));
  }

  /** With the counters of this moment. */
  List<Asked> count(Known known, Instant now) {
    return asked(
        known,
        stock.spent(known.campaigns().keySet(), false),
        known.found(),
        overdueHolds.of(known.campaigns().keySet(), now, false));
  }

  /** With counters that nobody else changes until the commit; gives back what is overdue. */
  List<Asked> lock(Known known, Instant now) {
    List<Hold> overdue = overdueHolds.of(known.campaigns().keySet(), now, true);
    Map<CampaignId, Spent> spent = stock.spent(known.campaigns().keySet(), true);
    Map<UUID, Voucher> locked =
        stock
            .lock(
                Stream.concat(
                        known.found().values().stream()
                            .filter(voucher -> voucher.mostUses() != null)
                            .map(Voucher::id),
                        overdue.stream().map(hold -> hold.use().voucher()))
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Voucher::id, Function.identity()));
    if (!overdue.isEmpty()) {
      overdueHolds.release(overdue);
      stock.change(overdue.stream().map(hold -> hold.use().undone()).toList());
    }
    Map<String, Voucher> found = new HashMap<>();
    known
        .found()
        .forEach((typed, voucher) -> found.put(typed, locked.getOrDefault(voucher.id(), voucher)));
    return asked(known, spent, found, overdue);
  }

  private static List<Asked> asked(
      Known known, Map<CampaignId, Spent> spent, Map<String, Voucher> found, List<Hold> overdue) {
    List<Use> given = overdue.stream().map(Hold::use).toList();
    return known.typed().stream()
        .map(
            typed ->
                found.containsKey(typed)
                    ? found(typed, requireNonNull(found.get(typed)), known, spent, given)
                    : new Asked.NotFound(typed, notFound(typed)))
        .toList();
  }

  private static Asked found(
      String typed, Voucher voucher, Known known, Map<CampaignId, Spent> spent, List<Use> overdue) {
    CampaignId campaign = voucher.campaign();
    Spent left =
        overdue.stream()
            .filter(use -> use.campaign().equals(campaign))
            .reduce(spent.getOrDefault(campaign, Spent.NOTHING), Spent::less, (a, b) -> a);
    Voucher free =
        overdue.stream()
            .filter(use -> use.voucher().equals(voucher.id()))
            .reduce(voucher, (one, use) -> one.lessUses(use.count()), (a, b) -> a);
    return new Asked.Found(typed, free, requireNonNull(known.campaigns().get(campaign)), left);
  }

  private static Refusal notFound(String typed) {
    return VoucherCode.read(typed).filter(VoucherCode::isMistyped).isPresent()
        ? Refusal.MISTYPED_CODE
        : Refusal.UNKNOWN_CODE;
  }
}
