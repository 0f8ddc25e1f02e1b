package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.customer.webhook.Receiver.Reply;
import io.github.langgan.customer.webhook.Receiver.Told;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.github.langgan.customer.webhook.destination.HostNamesOnDemand;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How events come to a receiver, and what becomes of those that don't. */
@QuarkusTest
class DeliveryTest extends WebhookTestBase {

  /** A little longer than each pause between attempts may be. */
  private static final List<Duration> WAITS =
      Stream.of("PT6S", "PT6M", "PT36M", "PT144M", "PT6H", "PT12H", "PT1008M", "PT24H", "PT1728M")
          .map(Duration::parse)
          .toList();

  @Inject HostNamesOnDemand names;

  @Test
  void an_event_is_told_with_a_signature_and_without_the_person() {
    Registered webhook = registered(ACME, receiver.url(), "customer.registered");
    String siti = customer(ACME);

    Told told = receiver.told(1).getFirst();

    assertThat(told.isSignedBy(webhook.secret())).isTrue();
    assertThat(told.json().getMap("").keySet()).isEqualTo(Set.of("type", "timestamp", "data"));
    assertThat(told.json().getString("type")).isEqualTo("customer.registered");
    assertThat(told.customer()).isEqualTo(siti);
    assertThat(told.json().getMap("data")).containsKeys("kind", "registeredAt");
    assertThat(told.body()).doesNotContain("person").doesNotContain("Rahma");
    assertThat(told.headers().getFirst("Content-type")).isEqualTo("application/json");
    assertThat(told.headers().getFirst("traceparent")).isNull();
    JsonPath delivered = ACME.awaitStates(webhook.id(), "DELIVERED");
    assertThat(delivered.getString("items[0].messageId")).isEqualTo(told.id());
    assertThat(delivered.getString("items[0].key")).isEqualTo(siti);
    assertThat(delivered.getInt("items[0].attempts[0].status")).isEqualTo(204);
    assertThat(ACME.webhook(webhook.id()).getString("deliveredAt")).isNotNull();
  }

  @Test
  void the_events_of_one_customer_wait_for_each_other_and_for_nobody_elses() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String siti = customer(ACME);
    String budi = customer(ACME);
    receiver.answers(told -> Reply.of(told.customer().equals(siti) ? 500 : 204));
    change(ACME, siti, 1);
    receiver.told(1);
    change(ACME, siti, 2);
    change(ACME, budi, 1);
    change(ACME, budi, 2);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED", "WAITING", "WAITING");
    assertThat(versions(siti)).containsExactly(2);
    assertThat(versions(budi)).containsExactly(2, 3);

    receiver.answers(204);
    clock.advance(Duration.ofSeconds(7));

    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED");
    assertThat(versions(siti)).containsExactly(2, 2, 3);
    assertThat(ids(siti).distinct()).hasSize(2);
  }

  private Stream<String> ids(String customer) {
    return of(customer).map(Told::id);
  }

  @Test
  void what_never_arrives_is_given_up_after_ten_attempts_and_the_next_goes_on() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String siti = customer(ACME);
    receiver.answers(told -> Reply.of(told.json().getInt("data.customerVersion") == 2 ? 503 : 204));
    change(ACME, siti, 1);
    change(ACME, siti, 2);
    receiver.told(1);
    int told = 1;
    for (Duration wait : WAITS) {
      int failed = told;
      await().until(() -> attempts(webhook, 1).size() == failed);
      clock.advance(wait);
      receiver.told(++told);
    }
    await().until(() -> "DEAD".equals(ACME.deliveries(webhook.id()).getString("items[1].state")));
    clock.advance(Duration.ofHours(1));

    JsonPath all = ACME.awaitStates(webhook.id(), "DELIVERED", "DEAD");
    assertThat(attempts(webhook, 1)).hasSize(10).allMatch(one -> one.get("status").equals(503));
    assertThat(versions(siti)).hasSize(11).endsWith(2, 3);
    String dead = all.getString("items[1].messageId");
    JsonPath listed =
        ACME.get("/" + webhook.id() + "/deliveries?state=DEAD").then().extract().jsonPath();
    assertThat(listed.<String>getList("items.messageId")).containsExactly(dead);

    receiver.answers(204);
    String again = "/" + webhook.id() + "/deliveries/" + dead + "/redelivery";
    ACME.post(again).then().statusCode(204);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED");
    assertThat(receiver.told().getLast().id()).isEqualTo(dead);
  }

  /** None while there are not so many messages. */
  private static List<Map<String, Object>> attempts(Registered webhook, int place) {
    List<Map<String, Object>> attempts =
        ACME.deliveries(webhook.id()).getList("items[" + place + "].attempts");
    return attempts == null ? List.of() : attempts;
  }

  @ParameterizedTest
  @ValueSource(ints = {303, 307})
  void redirects_are_not_followed(int status) {
    Receiver elsewhere = another();
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    receiver.answers(told -> new Reply(status, Map.of("Location", elsewhere.url()), new byte[0]));
    change(ACME, customer(ACME), 1);

    await().until(() -> attempts(webhook, 0), attempts -> attempts != null && attempts.size() == 1);
    assertThat(attempts(webhook, 0).getFirst())
        .containsEntry("status", status)
        .containsEntry("failure", "STATUS");
    assertThat(elsewhere.told()).isEmpty();
  }

  @Test
  void a_name_that_comes_to_mean_a_private_address_is_not_connected_to() {
    names.set("rebinding.test", "93.184.216.34");
    Registered webhook = registered(ACME, "https://rebinding.test:8443/hooks", UPDATED);
    names.set("rebinding.test", "127.0.0.1");
    change(ACME, customer(ACME), 1);

    await().until(() -> attempts(webhook, 0), attempts -> attempts != null && attempts.size() == 1);
    assertThat(attempts(webhook, 0).getFirst()).containsEntry("failure", "TARGET");
  }

  @Test
  void an_endless_answer_is_not_read_to_its_end() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    receiver.answers(told -> new Reply(200, Map.of(), new byte[40_000_000]));
    String siti = customer(ACME);
    change(ACME, siti, 1);
    change(ACME, siti, 2);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED");
    await().until(() -> receiver.cutOff() == 2);
  }

  @Test
  void a_test_goes_the_way_that_all_events_go() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String id =
        ACME.post("/" + webhook.id() + "/test").then().statusCode(202).extract().path("messageId");

    Told told = receiver.told(1).getFirst();
    assertThat(told.id()).isEqualTo(id);
    assertThat(told.isSignedBy(webhook.secret())).isTrue();
    assertThat(told.json().getString("type")).isEqualTo("webhook.test");
    ACME.awaitStates(webhook.id(), "DELIVERED");
  }
}
