package io.github.langgan.analytics;

import io.github.langgan.chassis.id.UuidV7;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Transactions as crm.profile tells of them. */
public record TransactionJson(
    UUID id,
    String type,
    @Nullable UUID customer,
    @Nullable Instant attributedAt,
    Instant occurredAt,
    String currency,
    List<String> lines,
    BigDecimal total) {

  private static final Instant RECORDED = Instant.parse("2026-01-05T00:00:00Z");

  public static TransactionJson aPurchase() {
    return new TransactionJson(
        UuidV7.next(),
        "PURCHASE",
        null,
        null,
        Instant.parse("2026-01-04T08:26:00Z"),
        "GBP",
        List.of(),
        BigDecimal.ZERO);
  }

  public static TransactionJson aReturn() {
    TransactionJson one = aPurchase();
    return new TransactionJson(
        one.id,
        "RETURN",
        null,
        null,
        Instant.parse("2026-01-04T09:00:00Z"),
        "GBP",
        List.of(),
        BigDecimal.ZERO);
  }

  public TransactionJson of(@Nullable UUID owner) {
    return new TransactionJson(id, type, owner, attributedAt, occurredAt, currency, lines, total);
  }

  public TransactionJson at(String time) {
    return new TransactionJson(
        id, type, customer, attributedAt, Instant.parse(time), currency, lines, total);
  }

  public TransactionJson in(String newCurrency) {
    return new TransactionJson(
        id, type, customer, attributedAt, occurredAt, newCurrency, lines, total);
  }

  public TransactionJson attributedTo(UUID owner, String time) {
    return new TransactionJson(
        id, type, owner, Instant.parse(time), occurredAt, currency, lines, total);
  }

  public TransactionJson line(int quantity, String unitPrice, @Nullable String unitCost) {
    BigDecimal amount = new BigDecimal(unitPrice).multiply(BigDecimal.valueOf(quantity));
    List<String> more = new ArrayList<>(lines);
    more.add(
        """
        {"line":%d,"product":"P%d","name":"Product","category":"HOME","quantity":%d,\
        "unitPrice":"%s","unitCost":%s,"discount":"0.00","amount":"%s","returnOf":null}"""
            .formatted(
                lines.size() + 1,
                lines.size() + 1,
                quantity,
                unitPrice,
                unitCost == null ? "null" : '"' + unitCost + '"',
                amount));
    return new TransactionJson(
        id, type, customer, attributedAt, occurredAt, currency, more, total.add(amount));
  }

  /** The customer's, else the transaction's. */
  public UUID key() {
    return customer == null ? id : customer;
  }

  public String eventType() {
    return attributedAt == null ? "transaction.recorded" : "transaction.attributed";
  }

  public String json() {
    return """
    {"transactionId":"%s","partner":"acme","externalId":"X-%s","type":"%s","occurredAt":"%s",\
    "recordedAt":"%s",%s"customerId":%s,"currency":"%s","channel":"STORE","total":"%s","lines":%s}"""
        .formatted(
            id,
            id,
            type,
            occurredAt,
            RECORDED,
            attributedAt == null ? "" : "\"attributedAt\":\"" + attributedAt + "\",",
            customer == null ? "null" : '"' + customer.toString() + '"',
            currency,
            total.toPlainString(),
            lines.stream().collect(Collectors.joining(",", "[", "]")));
  }
}
