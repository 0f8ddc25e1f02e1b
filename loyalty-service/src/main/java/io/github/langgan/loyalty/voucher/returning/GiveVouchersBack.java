package io.github.langgan.loyalty.voucher.returning;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.VoucherReducedV1;
import io.github.langgan.loyalty.contract.VoucherRestoredV1;
import io.github.langgan.loyalty.contract.VoucherRestoredV1.Cause;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.EarlierReturn;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import io.github.langgan.loyalty.model.transaction.ReturnedLines;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.Leftover;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import io.github.langgan.loyalty.model.voucher.ReservationState;
import io.github.langgan.loyalty.model.voucher.Reservations;
import io.github.langgan.loyalty.model.voucher.Stock;
import io.github.langgan.loyalty.model.voucher.Use;
import io.github.langgan.loyalty.model.voucher.VoucherOrders;
import io.github.langgan.loyalty.model.voucher.VoucherOrders.Row;
import io.github.langgan.loyalty.model.voucher.Vouchers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes redemptions back as far as their purchases were returned. What is left depends on all that
 * came back, not on the order in which purchase, returns and confirmation were heard of.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class GiveVouchersBack {

  private final VoucherOrders orders;
  private final Reservations reservations;
  private final ReturnedLines returnedLines;
  private final Campaigns campaigns;
  private final Vouchers vouchers;
  private final Stock stock;

  GiveVouchersBack(
      VoucherOrders orders,
      Reservations reservations,
      ReturnedLines returnedLines,
      Campaigns campaigns,
      Vouchers vouchers,
      Stock stock) {
    this.orders = orders;
    this.reservations = reservations;
    this.returnedLines = returnedLines;
    this.campaigns = campaigns;
    this.vouchers = vouchers;
    this.stock = stock;
  }

  /** What came of the return of a purchase. */
  public record Given(TransactionId purchase, PublishedEvent event) {}

  /** Changes of some reservations, to be written together. */
  private record Changes(List<Use> uses, List<UUID> back, List<Given> given) {}

  /**
   * @param purchases of which something was returned, with the returned lines stored
   */
  public List<Given> afterReturns(Collection<Purchase> purchases, Instant now) {
    List<Row> concerned = orders.returned(List.copyOf(purchases));
    if (concerned.isEmpty()) {
      return List.of();
    }
    Map<UUID, Purchase> bought =
        purchases.stream().collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    List<Reservation> used =
        reservations.lock(concerned.stream().map(Row::reservationId).toList()).stream()
            .filter(one -> one.state() == ReservationState.REDEEMED)
            .toList();
    Map<UUID, Purchase> ofReservation =
        concerned.stream()
            .collect(
                Collectors.toMap(
                    row -> requireNonNull(row.reservationId()),
                    row -> requireNonNull(bought.get(requireNonNull(row.purchaseId())))));
    return used.isEmpty() ? List.of() : giveBack(used, ofReservation, now);
  }

  private List<Given> giveBack(List<Reservation> used, Map<UUID, Purchase> purchases, Instant now) {
    Map<TransactionId, Map<Integer, Long>> returned =
        returnedLines.of(purchases.values().stream().map(Purchase::id).toList()).stream()
            .map(EarlierReturn::line)
            .collect(
                groupingBy(
                    ReturnedLine::purchase,
                    groupingBy(ReturnedLine::purchaseLine, summingLong(ReturnedLine::quantity))));
    Map<CampaignId, Campaign> terms =
        campaigns
            .withIds(
                used.stream()
                    .flatMap(one -> one.redemptions().stream())
                    .map(Redemption::campaign)
                    .toList())
            .stream()
            .collect(Collectors.toMap(Campaign::id, Function.identity()));
    Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Reservation one : used) {
      Purchase purchase = requireNonNull(purchases.get(one.id()));
      Map<Integer, Long> quantities = returned.getOrDefault(purchase.id(), Map.of());
      Leftover left = Leftover.of(one.order(), purchase, quantities);
      Reservation changed = less(one, left, terms, purchase.id(), changes, now);
      if (!changed.redemptions().equals(one.redemptions())) {
        reservations.update(changed);
      }
    }
    if (!changes.uses().isEmpty()) {
      stock.lockAndChange(changes.uses());
      vouchers.extend(changes.back(), now);
    }
    return changes.given();
  }

  private static Reservation less(
      Reservation one,
      Leftover left,
      Map<CampaignId, Campaign> terms,
      TransactionId purchase,
      Changes changes,
      Instant now) {
    ReservationState then =
        left.everythingCameBack() ? ReservationState.RESTORED : ReservationState.REDEEMED;
    List<Redemption> redemptions = new ArrayList<>();
    for (Redemption redemption : one.redemptions()) {
      BigDecimal before = redemption.kept();
      Campaign campaign = requireNonNull(terms.get(redemption.campaign()));
      Redemption rest =
          redemption.keeping(
              left.of(redemption.granted()).total(), left.reachesMinimumOf(campaign.terms()), then);
      redemptions.add(rest);
      BigDecimal money = before.subtract(rest.kept());
      if (left.everythingCameBack()) {
        changes.back().add(rest.voucher());
        changes.uses().add(new Use(rest.campaign(), rest.voucher(), money, 1).undone());
        changes
            .given()
            .add(new Given(purchase, VoucherRestoredV1.of(rest, one, Cause.RETURNED, before, now)));
      } else if (money.signum() > 0) {
        changes.uses().add(new Use(rest.campaign(), rest.voucher(), money, 0).undone());
        changes.given().add(new Given(purchase, VoucherReducedV1.of(rest, one, before, now)));
      }
    }
    return one.with(then, redemptions, now);
  }
}
