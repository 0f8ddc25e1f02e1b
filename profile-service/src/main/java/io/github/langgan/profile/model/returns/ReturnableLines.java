package io.github.langgan.profile.model.returns;

import static java.util.Objects.requireNonNull;

import io.github.langgan.profile.model.LineId;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The purchase lines that a batch of returns may give back; each return takes from them. */
public final class ReturnableLines {

  private static final Comparator<ReturnableLine> NEWEST_FIRST =
      Comparator.comparing((ReturnableLine line) -> line.bought().occurredAt())
          .thenComparing(line -> line.bought().transactionId())
          .reversed()
          .thenComparing(line -> line.bought().line());

  private final Map<String, List<ReturnableLine>> byPurchase = new HashMap<>();
  private final Map<Bought, List<ReturnableLine>> byCustomer = new HashMap<>();
  private final Map<LineId, ReturnableLine> all = new LinkedHashMap<>();

  private record Bought(UUID customerId, String product, String currency) {}

  public ReturnableLines(Collection<PurchasedLine> purchased) {
    for (PurchasedLine bought : purchased) {
      ReturnableLine line = new ReturnableLine(bought);
      all.put(line.id(), line);
      if (bought.named()) {
        byPurchase.computeIfAbsent(bought.externalId(), id -> new ArrayList<>()).add(line);
      }
    }
    for (ReturnableLine line : all.values()) {
      var bought = line.bought();
      if (bought.customerId() != null) {
        byCustomer
            .computeIfAbsent(
                new Bought(bought.customerId(), bought.product(), bought.currency()),
                same -> new ArrayList<>())
            .add(line);
      }
    }
    byPurchase.values().forEach(of -> of.sort(Comparator.comparing(line -> line.bought().line())));
    byCustomer.values().forEach(of -> of.sort(NEWEST_FIRST));
  }

  /** All lines of the purchase of that number; none when there is no such purchase. */
  List<ReturnableLine> ofPurchase(String externalId) {
    return byPurchase.getOrDefault(externalId, List.of());
  }

  /** What the customer bought of a product by the time of a return, newest first. */
  List<ReturnableLine> boughtBefore(ReportedTransaction report, UUID customerId, String product) {
    return byCustomer
        .getOrDefault(new Bought(customerId, product, report.currency()), List.of())
        .stream()
        .filter(line -> !line.bought().occurredAt().isAfter(report.occurredAt()))
        .toList();
  }

  /** What a return's line gives back. */
  public PurchasedLine purchaseOf(TransactionLine givenBack) {
    return all.get(requireNonNull(givenBack.returnOf())).bought();
  }

  /** Takes nothing for the return that was matched last. */
  public void undo(List<TransactionLine> lines) {
    for (TransactionLine line : lines) {
      if (line.returnOf() != null) {
        all.get(line.returnOf()).takeBack(line.quantity());
      }
    }
  }

  /** Those that something was taken from. */
  public List<ReturnableLine> taken() {
    return all.values().stream().filter(line -> line.taken() > 0).toList();
  }
}
