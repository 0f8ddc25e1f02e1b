package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.langgan.stack.LocalStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A partner's file of receipts on its way through {@code ./crm load}, and what must come of it. */
final class PartnerLoad {

  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final int MEMBERS = 40;

  private final LocalStack stack = RunningStack.get();
  private final String partner = "loader-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> memberships = Members.register(partner, MEMBERS);
  private final Receipts receipts;
  private final JsonNode before = settledSummary();
  private final Process load;

  private PartnerLoad(int purchases, long seed) throws IOException {
    receipts =
        Receipts.write(
            Files.createTempFile("receipts", ".csv"),
            seed,
            purchases,
            List.copyOf(memberships.keySet()));
    load =
        CrmCommand.start(
            stack,
            List.of(
                "load",
                "transactions",
                receipts.file().toString(),
                "--map",
                Mappings.onlineRetail(partner).toString(),
                "--partner",
                partner));
  }

  static PartnerLoad begin(int purchases, long seed) throws IOException {
    return new PartnerLoad(purchases, seed);
  }

  boolean goesOn() {
    return load.isAlive();
  }

  boolean hasRecordedSome() {
    return Topic.read("crm.profile").stream().anyMatch(event -> event.data().contains(partner));
  }

  /** Waits for its end, and checks all that came of it. */
  void loseAndDoubleNothing() throws InterruptedException {
    assertThat(load.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(load.exitValue()).as(() -> CrmCommand.output(load)).isZero();
    stack.up();

    await().untilAsserted(this::everyReceiptIsRecordedOnce);
    await().untilAsserted(() -> theTotalsAgree(summary()));
    memberships.forEach(
        (number, membership) ->
            await()
                .untilAsserted(
                    () ->
                        assertThat(Members.activePoints(membership))
                            .as("points of %s", number)
                            .isEqualTo(receipts.pointsByCustomer().getOrDefault(number, 0L))));
    List.of("crm.customer", "crm.profile", "crm.loyalty", "crm.analytics")
        .forEach(TopicInvariants::holdOn);
  }

  private void everyReceiptIsRecordedOnce() {
    Map<String, List<String>> idsByReceipt =
        Topic.read("crm.profile").stream()
            .filter(event -> event.type().equals("transaction.recorded"))
            .map(event -> Json.read(event.data()))
            .filter(data -> data.at("/partner").asText().equals(partner))
            .collect(
                Collectors.groupingBy(
                    data -> data.at("/externalId").asText(),
                    Collectors.mapping(
                        data -> data.at("/transactionId").asText(), Collectors.toList())));
    assertThat(idsByReceipt).hasSize(receipts.count());
    assertThat(idsByReceipt.values()).allMatch(ids -> ids.stream().distinct().count() == 1);
  }

  private void theTotalsAgree(JsonNode after) {
    assertThat(grown(after, "/purchases")).isEqualTo(receipts.purchases());
    assertThat(grown(after, "/returns")).isEqualTo(receipts.returns());
    assertThat(pounds(after, "/grossRevenue").subtract(pounds(before, "/grossRevenue")))
        .isEqualByComparingTo(BigDecimal.valueOf(receipts.gross()));
    assertThat(pounds(after, "/returned").subtract(pounds(before, "/returned")))
        .isEqualByComparingTo(BigDecimal.valueOf(receipts.returned()));
  }

  private long grown(JsonNode after, String pointer) {
    return after.at(pointer).asLong() - before.at(pointer).asLong();
  }

  private static BigDecimal pounds(JsonNode summary, String pointer) {
    return new BigDecimal(summary.at(pointer + "/amount").asText("0"));
  }

  /** Once what other stories have pushed is counted: twice the same, some time apart. */
  private static JsonNode settledSummary() {
    List<JsonNode> seen = new ArrayList<>(List.of(summary()));
    await()
        .pollDelay(SETTLED)
        .pollInterval(SETTLED)
        .until(
            () -> {
              seen.add(summary());
              return seen.getLast().equals(seen.get(seen.size() - 2));
            });
    return seen.getLast();
  }

  /** What the company did in pounds; nothing before its first transaction. */
  private static JsonNode summary() {
    for (JsonNode currency :
        Api.as("analyst").get("/v1/analytics/summary").expect(200).json().at("/currencies")) {
      if (currency.at("/currency").asText().equals("GBP")) {
        return currency;
      }
    }
    return MissingNode.getInstance();
  }
}
