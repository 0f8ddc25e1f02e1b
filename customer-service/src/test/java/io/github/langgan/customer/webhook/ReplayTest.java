package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.github.langgan.customer.webhook.Receiver.Reply;
import io.github.langgan.customer.webhook.Receiver.Told;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was sent is sent again. */
@QuarkusTest
class ReplayTest extends WebhookTestBase {

  private static JsonPath replayed(Registered webhook, Instant since, Instant until) {
    String operation =
        ACME.post("/" + webhook.id() + "/replay", window(since, until))
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    operation = operation.substring(operation.indexOf("/v1/"));
    String path = operation;
    return await()
        .until(
            () -> ACME.caller().call().get(path).jsonPath(),
            one -> one.getString("state").equals("SUCCEEDED"));
  }

  private static String window(Instant since, Instant until) {
    return "{\"since\":\"%s\",\"until\":\"%s\"}".formatted(since, until);
  }

  private List<String> told(String customer) {
    return receiver.told().stream()
        .filter(one -> one.customer().equals(customer))
        .map(Told::id)
        .toList();
  }

  @Test
  void all_messages_of_a_time_are_sent_again_in_their_order_with_their_ids() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String siti = customer(ACME);
    String budi = customer(ACME);
    change(ACME, siti, 1);
    change(ACME, budi, 1);
    change(ACME, siti, 2);
    change(ACME, siti, 3);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED");
    List<String> sitis = told(siti);
    List<String> budis = told(budi);
    assertThat(sitis).hasSize(3);

    Instant now = clock.instant();
    JsonPath operation = replayed(webhook, now.minusSeconds(60), now.plusSeconds(1));
    assertThat(operation.getInt("done")).isEqualTo(4);
    receiver.told(8);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED");
    assertThat(told(siti).subList(3, 6)).isEqualTo(sitis);
    assertThat(told(budi)).containsExactly(budis.getFirst(), budis.getFirst());

    // one by one, then all: in the order of the events again
    ACME.post("/" + webhook.id() + "/deliveries/" + sitis.getFirst() + "/redelivery")
        .then()
        .statusCode(204);
    receiver.told(9);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED");
    replayed(webhook, now.minusSeconds(60), now.plusSeconds(1));
    receiver.told(13);
    assertThat(told(siti).subList(7, 10)).isEqualTo(sitis);
  }

  @Test
  void what_did_not_happen_in_the_time_is_not_sent_again() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    change(ACME, customer(ACME), 1);
    ACME.awaitStates(webhook.id(), "DELIVERED");
    Instant now = clock.instant();

    assertThat(replayed(webhook, now.minusSeconds(3600), now.minusSeconds(600)).getInt("done"))
        .isZero();
    ACME.post("/" + webhook.id() + "/replay", window(now, now.minusSeconds(1)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/until"));
    assertThat(receiver.told()).hasSize(1);
  }

  @Test
  void a_replay_waits_behind_what_waits_already_and_sends_that_once() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String siti = customer(ACME);
    change(ACME, siti, 1);
    ACME.awaitStates(webhook.id(), "DELIVERED");
    receiver.answers(500);
    change(ACME, siti, 2);
    receiver.told(2);
    Instant now = clock.instant();
    replayed(webhook, now.minusSeconds(60), now.plusSeconds(1));
    ACME.awaitStates(webhook.id(), "WAITING", "WAITING");
    receiver.answers(told -> Reply.of(204));
    clock.advance(Duration.ofSeconds(7));
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED");

    List<String> ids = told(siti);
    assertThat(ids).hasSize(4);
    assertThat(ids.get(2)).isEqualTo(ids.get(1));
    assertThat(ids.get(3)).isEqualTo(ids.get(0));
  }

  @Test
  void what_is_old_is_given_up_and_in_the_end_forgotten() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    ACME.patch(webhook.id(), 1, "{\"description\":\"x\"}").then().statusCode(200);
    receiver.answers(410);
    change(ACME, customer(ACME), 1);
    await().until(() -> ACME.webhook(webhook.id()).getBoolean("gone"));
    ACME.awaitStates(webhook.id(), "WAITING");

    advance(Duration.ofHours(101));
    ACME.awaitStates(webhook.id(), "DEAD");
    advance(Duration.ofDays(36));
    ACME.awaitStates(webhook.id());
    await()
        .until(
            () ->
                jdbi.withHandle(
                        handle ->
                            handle
                                .createQuery("SELECT count(*) FROM webhook_message")
                                .mapTo(Integer.class)
                                .one())
                    == 0);
  }

  /** Work that recurs is due by the clock of the last run, which another test may have moved. */
  private void advance(Duration time) {
    clock.advance(time);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE due_work SET due_at = '2020-01-01' WHERE kind LIKE '%-webhook-messages'"));
  }

  @Test
  void a_message_that_is_not_there_is_not_sent_again() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String path = "/" + webhook.id() + "/deliveries/" + UUID.randomUUID() + "/redelivery";
    ACME.post(path).then().statusCode(404);
  }
}
