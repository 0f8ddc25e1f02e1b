package io.github.langgan.benchmarks.ingest;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A transaction as profile-service stores it. */
record JdbcRow(Sale sale, UUID id, UUID fingerprint, @Nullable UUID customer) {

  private static final int VERSION_7 = 0x7000;
  private static final long VARIANT = 0x8000000000000000L;

  /** A line of it. */
  record Line(JdbcRow row, int number, Sale.Line line) {}

  /** With an id of now, as profile-service's are: neighbours in the indexes. */
  static JdbcRow of(Sale sale, @Nullable UUID customer, SplittableRandom random) {
    long time = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(1 << 12);
    UUID id = new UUID(time, random.nextLong() >>> 2 | VARIANT);
    return new JdbcRow(sale, id, new UUID(random.nextLong(), random.nextLong()), customer);
  }

  List<Line> lines() {
    return IntStream.range(0, sale.lines().size())
        .mapToObj(i -> new Line(this, i + 1, sale.lines().get(i)))
        .toList();
  }

  /** Of the event in the outbox. */
  UUID key() {
    return customer == null ? id : customer;
  }

  /** The event's data, as transaction.recorded has them. */
  String event(String partner) {
    String owner = customer == null ? "" : "\"customerId\":\"%s\",".formatted(customer);
    return """
        {"transactionId":"%s","partner":"%s","externalId":"%s","type":"PURCHASE","occurredAt":"%s",\
        "recordedAt":"%s",%s"currency":"GBP","channel":"ONLINE","total":"%s","reportedTotal":"%s",\
        "lines":[%s]}"""
        .formatted(
            id,
            partner,
            sale.externalId(),
            sale.occurredAt(),
            Instant.now(),
            owner,
            sale.total(),
            sale.total(),
            lines().stream().map(JdbcRow::event).collect(Collectors.joining(",")));
  }

  private static String event(Line line) {
    return """
        {"line":%d,"product":"%s","name":"%s","quantity":%d,"unitPrice":"%s","discount":"0.00",\
        "amount":"%s"}"""
        .formatted(
            line.number(),
            line.line().product(),
            line.line().name(),
            line.line().quantity(),
            line.line().unitPrice(),
            line.line().amount());
  }
}
