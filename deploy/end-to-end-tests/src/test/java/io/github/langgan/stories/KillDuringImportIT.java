package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.stack.process.StackProcess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An operator kills the service in the midst of a file of customers that nothing tells apart. */
class KillDuringImportIT {

  private static final int ROWS = 5_000;

  private final String partner = "importer-" + UUID.randomUUID().toString().substring(0, 8);
  private final Api caller = Api.partner(partner);

  @Test
  void killing_the_service_during_an_import_loses_and_doubles_no_row() {
    String link =
        caller.post("/v1/imports?matching=false", "text/csv", file()).expect(202).text("/link");
    StackProcess service = RunningStack.get().process("customer");
    await().pollInterval(Duration.ofMillis(20)).until(() -> done(link) > 0);
    assertThat(done(link)).as("rows that the first process has worked off").isLessThan(ROWS);
    service.killHard();
    service.start();
    await().until(() -> caller.get(link).expect(200).text("/state").equals("SUCCEEDED"));

    List<JsonNode> results = lines(caller.get(link + "/results"));
    assertThat(results)
        .extracting(row -> row.at("/row").asInt())
        .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
    Set<String> registered = customers(results);
    assertThat(registered).hasSize(ROWS);
    List<JsonNode> exported = lines(caller.get("/v1/customers/export"));
    assertThat(exported).hasSize(ROWS);
    assertThat(customers(exported)).isEqualTo(registered);
    await().untilAsserted(() -> assertThat(announced(registered)).isEqualTo(registered));
    TopicInvariants.holdOn("crm.customer");
  }

  private String file() {
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj(row -> partner + " " + row)
        .collect(Collectors.joining("\n", "fullName\n", "\n"));
  }

  private long done(String link) {
    return caller.get(link).expect(200).number("/done");
  }

  private static Set<String> announced(Set<String> customers) {
    return Topic.read("crm.customer").stream()
        .filter(event -> event.type().equals("customer.registered"))
        .map(Topic.Event::key)
        .filter(customers::contains)
        .collect(Collectors.toSet());
  }

  private static Set<String> customers(List<JsonNode> lines) {
    return lines.stream().map(line -> line.at("/customerId").asText()).collect(Collectors.toSet());
  }

  private static List<JsonNode> lines(Api.Reply reply) {
    return reply.expect(200).response().body().lines().map(Json::read).toList();
  }
}
