package io.github.langgan.loyalty.inbound;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.earning.EarnPoints;
import io.github.langgan.loyalty.inbound.TellTiers.Concerned;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.ledger.Worksheets;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.Return;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import io.github.langgan.loyalty.model.transaction.Transaction;
import io.github.langgan.loyalty.returning.TakeBackPoints;
import io.github.langgan.loyalty.voucher.returning.GiveVouchersBack;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets purchases earn and returns take back, in the order in which they came. */
@Singleton
class ApplyTransactions {

  private final Worksheets worksheets;
  private final EarnPoints earnPoints;
  private final TakeBackPoints takeBackPoints;
  private final GiveVouchersBack giveVouchersBack;
  private final TellTiers tellTiers;
  private final Outbox outbox;
  private final Clock clock;

  ApplyTransactions(
      Worksheets worksheets,
      EarnPoints earnPoints,
      TakeBackPoints takeBackPoints,
      GiveVouchersBack giveVouchersBack,
      TellTiers tellTiers,
      Outbox outbox,
      Clock clock) {
    this.worksheets = worksheets;
    this.earnPoints = earnPoints;
    this.takeBackPoints = takeBackPoints;
    this.giveVouchersBack = giveVouchersBack;
    this.tellTiers = tellTiers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param cause null for a transaction that was received earlier
   */
  record Arrival(Transaction transaction, @Nullable ReceivedEvent cause) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void apply(List<Arrival> arrivals) {
    Instant now = clock.instant();
    Worksheet sheet = worksheets.open(arrivals.stream().map(Arrival::transaction).toList());
    List<Effect> effects = new ArrayList<>();
    Concerned concerned = new Concerned();
    for (Arrival arrival : arrivals) {
      for (PublishedEvent event : apply(arrival.transaction(), sheet, now)) {
        effects.add(new Effect(event, arrival.cause()));
        concerned.add(event, arrival);
      }
    }
    worksheets.close(sheet);
    effects.addAll(tellTiers.after(concerned, sheet, now));
    effects.addAll(vouchersGivenBack(arrivals, sheet, now));
    outbox.appendEffects(effects);
  }

  /** Nothing is asked where nothing was returned. */
  private List<Effect> vouchersGivenBack(List<Arrival> arrivals, Worksheet sheet, Instant now) {
    Map<TransactionId, Purchase> returned = new LinkedHashMap<>();
    Map<TransactionId, @Nullable ReceivedEvent> causes = new HashMap<>();
    for (Arrival arrival : arrivals) {
      for (TransactionId id : purchasesOf(arrival.transaction())) {
        if (!sheet.returnsOf(id).isEmpty()) {
          sheet.purchase(id).ifPresent(purchase -> returned.put(id, purchase));
          causes.put(id, arrival.cause());
        }
      }
    }
    return returned.isEmpty()
        ? List.of()
        : giveVouchersBack.afterReturns(returned.values(), now).stream()
            .map(given -> new Effect(given.event(), causes.get(given.purchase())))
            .toList();
  }

  private static List<TransactionId> purchasesOf(Transaction transaction) {
    return switch (transaction) {
      case Purchase purchase -> List.of(purchase.id());
      case Return back -> back.lines().stream().map(ReturnedLine::purchase).distinct().toList();
    };
  }

  private List<PublishedEvent> apply(Transaction transaction, Worksheet sheet, Instant now) {
    return switch (transaction) {
      case Purchase purchase -> {
        List<PublishedEvent> events = new ArrayList<>(earnPoints.earn(purchase, sheet, now));
        events.addAll(takeBackPoints.takeBackEarlier(purchase, sheet, now));
        yield events;
      }
      case Return back -> List.copyOf(takeBackPoints.takeBack(back, sheet, now));
    };
  }
}
