package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.StackProcess;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An operator kills whatever he likes while a partner loads, and nothing is lost or doubled. */
class KillDuringLoadIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MEMBERS = 40;

  @Test
  void killing_every_service_during_a_load_loses_and_doubles_nothing() throws Exception {
    LocalStack stack = RunningStack.get();
    String partner = "loader-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> memberships = Members.register(partner, MEMBERS);
    Receipts receipts =
        Receipts.write(
            Files.createTempFile("receipts", ".csv"),
            42,
            12_000,
            List.copyOf(memberships.keySet()));
    JsonNode before = summary();

    Process load = CrmCommand.start(stack, loadArguments(receipts, partner));
    for (String victim : List.of("loyalty", "analytics", "customer", "complaint", "profile")) {
      StackProcess service = stack.process(victim);
      await().atMost(PATIENCE).until(service::healthy);
      assertThat(load.isAlive()).as("%s is killed while the load runs", victim).isTrue();
      service.killHard();
      service.launch();
    }
    assertThat(load.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(load.exitValue()).as(() -> CrmCommand.output(load)).isZero();
    stack.up();

    everyReceiptIsRecordedOnce(partner, receipts);
    await().atMost(PATIENCE).untilAsserted(() -> theTotalsAgree(before, summary(), receipts));
    memberships.forEach(
        (number, membership) ->
            await()
                .atMost(PATIENCE)
                .untilAsserted(
                    () ->
                        assertThat(Members.activePoints(membership))
                            .as("points of %s", number)
                            .isEqualTo(receipts.pointsByCustomer().getOrDefault(number, 0L))));
    List.of("crm.customer", "crm.profile", "crm.loyalty", "crm.analytics")
        .forEach(TopicInvariants::holdOn);
  }

  private static List<String> loadArguments(Receipts receipts, String partner) {
    return List.of(
        "load",
        "transactions",
        receipts.file().toString(),
        "--map",
        Mappings.onlineRetail(partner).toString(),
        "--partner",
        partner);
  }

  private static void everyReceiptIsRecordedOnce(String partner, Receipts receipts) {
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

  private static void theTotalsAgree(JsonNode before, JsonNode after, Receipts receipts) {
    assertThat(grown(before, after, "/purchases")).isEqualTo(receipts.purchases());
    assertThat(grown(before, after, "/returns")).isEqualTo(receipts.returns());
    assertThat(pounds(after, "/grossRevenue").subtract(pounds(before, "/grossRevenue")))
        .isEqualByComparingTo(BigDecimal.valueOf(receipts.gross()));
    assertThat(pounds(after, "/returned").subtract(pounds(before, "/returned")))
        .isEqualByComparingTo(BigDecimal.valueOf(receipts.returned()));
  }

  private static long grown(JsonNode before, JsonNode after, String pointer) {
    return after.at(pointer).asLong() - before.at(pointer).asLong();
  }

  private static BigDecimal pounds(JsonNode summary, String pointer) {
    return new BigDecimal(summary.at(pointer + "/amount").asText("0"));
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
