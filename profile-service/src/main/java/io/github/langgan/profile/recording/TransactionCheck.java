package io.github.langgan.profile.recording;

import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a request into a report, or throws a problem that names all that is wrong with it. */
final class TransactionCheck {

  static final int MOST_LINES = 2_000;
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000000");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final TransactionRequest request;
  private final Checked checked = new Checked();

  private TransactionCheck(TransactionRequest request) {
    this.request = request;
  }

  static ReportedTransaction check(TransactionRequest request, Instant now) {
    return new TransactionCheck(request).report(now);
  }

  private ReportedTransaction report(Instant now) {
    checked.present(request.externalId(), "/", "externalId");
    checked.code(request.externalId(), 100, "/", "externalId");
    checked.present(request.type(), "/", "type");
    checked.present(request.occurredAt(), "/", "occurredAt");
    if (request.occurredAt() != null && request.occurredAt().isAfter(now.plus(AHEAD))) {
      checked.error("/occurredAt", "future", "must not lie more than a day ahead");
    }
    checked.code(request.channel(), 40, "/", "channel");
    currency();
    CustomerReference customer =
        request.customer() == null ? null : new CustomerCheck(checked).check(request.customer());
    returns();
    List<ReportedLine> lines = lines();
    checked.orThrow();
    return new ReportedTransaction(
        request.externalId(),
        request.type(),
        request.occurredAt(),
        customer,
        request.currency(),
        request.channel() == null ? "UNSPECIFIED" : request.channel(),
        request.returns() == null ? null : request.returns().externalId(),
        lines);
  }

  private void currency() {
    checked.present(request.currency(), "/", "currency");
    if (request.currency() != null && !CURRENCIES.contains(request.currency())) {
      checked.error("/currency", "currency", "must be a currency of ISO 4217, like IDR");
    }
  }

  private void returns() {
    if (request.returns() == null) {
      return;
    }
    if (request.type() == TransactionType.PURCHASE) {
      checked.error("/returns", "not-a-return", "must be absent from a purchase");
    }
    checked.present(request.returns().externalId(), "/returns/", "externalId");
    checked.code(request.returns().externalId(), 100, "/returns/", "externalId");
  }

  private List<ReportedLine> lines() {
    List<LineRequest> lines = request.lines() == null ? List.of() : request.lines();
    boolean namesPurchase = request.returns() != null;
    if (lines.isEmpty() && !namesPurchase) {
      checked.error("/lines", "not-empty", "must hold at least one line");
    }
    if (lines.size() > MOST_LINES) {
      checked.error("/lines", "size", "must hold at most " + MOST_LINES + " lines");
      return List.of();
    }
    LineCheck lineCheck = new LineCheck(checked, namesPurchase);
    List<ReportedLine> reported = new ArrayList<>(lines.size());
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < lines.size(); i++) {
      ReportedLine line = lineCheck.check(lines.get(i), i);
      if (line != null) {
        reported.add(line);
        total = total.add(line.amount());
      }
    }
    if (total.compareTo(MOST_MONEY) >= 0) {
      checked.error("/lines", "too-large", "must add up to less than " + MOST_MONEY);
    }
    return reported;
  }
}
