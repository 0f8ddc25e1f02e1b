package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static io.github.langgan.customer.webhook.WebhookApi.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.customer.webhook.Receiver.Reply;
import io.github.langgan.customer.webhook.Receiver.Told;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Receivers that are slow, fail or are gone, and senders that die. */
@QuarkusTest
class OutageTest extends WebhookTestBase {

  private int count(Registered webhook, String rows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM %s AND webhook_id = :id::uuid".formatted(rows))
                .bind("id", webhook.id())
                .mapTo(Integer.class)
                .one());
  }

  private int waiting(Registered webhook) {
    return count(webhook, "webhook_delivery WHERE state = 'WAITING'");
  }

  /** So many wait, and none of them is claimed. */
  private void awaitRest(Registered webhook, int messages) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                waiting(webhook) == messages
                    && count(webhook, "webhook_lane WHERE claim IS NOT NULL") == 0);
  }

  private void pause(Registered webhook, String until) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE webhook SET paused_until = ?::timestamptz WHERE id = ?::uuid",
                until,
                webhook.id()));
  }

  @Test
  void a_receiver_that_is_gone_is_told_nothing_more_until_somebody_enables_it() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String siti = customer(ACME);
    receiver.answers(410);
    change(ACME, siti, 1);
    await().until(() -> ACME.webhook(webhook.id()).getString("state").equals("DISABLED"));
    assertThat(ACME.webhook(webhook.id()).getBoolean("gone")).isTrue();
    assertThat(ACME.webhook(webhook.id()).getInt("lastFailure.status")).isEqualTo(410);
    receiver.answers(204);
    Receiver other = another();
    Registered mark = registered(ACME, other.url(), UPDATED);
    change(ACME, siti, 2);
    ACME.awaitStates(mark.id(), "DELIVERED");

    ACME.awaitStates(webhook.id(), "WAITING");
    ACME.patch(webhook.id(), 1, "{\"state\":\"ENABLED\"}").then().statusCode(200);
    ACME.awaitStates(webhook.id(), "DELIVERED");
    assertThat(ACME.webhook(webhook.id()).getBoolean("gone")).isFalse();
    assertThat(receiver.told()).hasSize(2);
  }

  @Test
  void what_waits_is_tried_at_once_when_the_receiver_is_changed_or_somebody_asks_for_it() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String siti = customer(ACME);
    receiver.answers(500);
    change(ACME, siti, 1);
    receiver.told(1);
    awaitRest(webhook, 1);
    Receiver other = another();
    ACME.patch(webhook.id(), 1, "{\"url\":\"%s\"}".formatted(other.url())).then().statusCode(200);
    ACME.awaitStates(webhook.id(), "DELIVERED");
    String message = other.told(1).getFirst().id();

    other.answers(500);
    change(ACME, siti, 2);
    String later = other.told(2).getLast().id();
    awaitRest(webhook, 1);
    other.answers(204);
    ACME.post("/" + webhook.id() + "/deliveries/" + later + "/redelivery").then().statusCode(204);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED");
    assertThat(later).isNotEqualTo(message);
  }

  @Test
  void a_slow_receiver_holds_up_nobody_else() {
    CountDownLatch slowness = new CountDownLatch(1);
    Receiver slow = another();
    slow.answers(
        told -> {
          hold(slowness);
          return Reply.of(204);
        });
    Registered waiting = registered(OPERATOR, slow.url(), "score.updated");
    Registered webhook = registered(OPERATOR, receiver.url(), "score.updated");
    List<UUID> scores = Stream.generate(() -> score(UUID.randomUUID())).limit(40).toList();
    try {
      receiver.told(40);
      assertThat(receiver.told().stream().map(Told::id))
          .containsExactlyInAnyOrderElementsOf(scores.stream().map(UUID::toString).toList());
      assertThat(slow.told()).hasSizeBetween(1, 16);
      assertThat(OPERATOR.deliveries(waiting.id()).<String>getList("items.state"))
          .containsOnly("WAITING");
    } finally {
      slowness.countDown();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(OPERATOR.deliveries(waiting.id()).<String>getList("items.state"))
                    .hasSize(40)
                    .containsOnly("DELIVERED"));
    assertThat(OPERATOR.webhook(webhook.id()).getInt("failuresInRow")).isZero();
  }

  @Test
  void a_receiver_that_only_fails_is_asked_now_and_then_and_not_for_each_event() {
    receiver.answers(500);
    Registered webhook = registered(OPERATOR, receiver.url(), "score.updated");
    for (int i = 0; i < 60; i++) {
      score(UUID.randomUUID());
    }
    awaitRest(webhook, 60);
    int asked = receiver.told().size();
    assertThat(asked).isBetween(5, 59);
    assertThat(OPERATOR.webhook(webhook.id()).getInt("failuresInRow")).isEqualTo(asked);
    assertThat(OPERATOR.webhook(webhook.id()).getString("pausedUntil")).isNotNull();

    clock.advance(Duration.ofSeconds(6));
    receiver.told(asked + 1);
    awaitRest(webhook, 60);
    assertThat(receiver.told()).hasSize(asked + 1);

    receiver.answers(204);
    clock.advance(Duration.ofSeconds(11));
    await().until(() -> OPERATOR.webhook(webhook.id()).getInt("failuresInRow") == 0);
    clock.advance(Duration.ofMinutes(6));
    await().until(() -> waiting(webhook) == 0);
    assertThat(OPERATOR.webhook(webhook.id()).getString("pausedUntil")).isNull();
  }

  @Test
  void what_waits_for_its_turn_when_a_receiver_begins_to_fail_is_not_sent_and_goes_back() {
    AtomicInteger asked = new AtomicInteger();
    receiver.answers(told -> Reply.of(asked.incrementAndGet() <= 80 ? 204 : 500));
    Registered webhook = registered(OPERATOR, receiver.url(), "score.updated");
    pause(webhook, "infinity");
    for (int i = 0; i < 160; i++) {
      score(UUID.randomUUID());
    }
    awaitRest(webhook, 160);
    pause(webhook, "-infinity");
    awaitRest(webhook, 80);
    assertThat(asked.get()).isBetween(85, 120);

    receiver.answers(204);
    clock.advance(Duration.ofSeconds(7));
    await().until(() -> waiting(webhook) == 0);
  }

  @Test
  void a_message_whose_sender_died_before_it_noted_the_answer_is_sent_again_with_its_id() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    CountDownLatch answer = new CountDownLatch(1);
    receiver.answers(
        told -> {
          hold(answer);
          return Reply.of(204);
        });
    String siti = customer(ACME);
    change(ACME, siti, 1);
    receiver.told(1);
    // what the first sender knows is never noted: another one takes over when its term ends
    clock.advance(Duration.ofSeconds(61));

    List<Told> both = receiver.told(2);
    answer.countDown();
    assertThat(both.stream().map(Told::id).distinct()).hasSize(1);
    JsonPath delivered = ACME.awaitStates(webhook.id(), "DELIVERED");
    assertThat(delivered.getList("items[0].attempts")).hasSize(1);
    change(ACME, siti, 2);
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED");
    assertThat(receiver.told()).hasSize(3);
  }

  @Test
  void who_lost_its_claim_notes_nothing_and_the_next_of_the_customer_waits_for_who_has_it() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    List<CountDownLatch> answers = List.of(new CountDownLatch(1), new CountDownLatch(1));
    AtomicInteger asked = new AtomicInteger();
    receiver.answers(
        told -> {
          int before = asked.getAndIncrement();
          if (before < answers.size()) {
            hold(answers.get(before));
          }
          return Reply.of(204);
        });
    String siti = customer(ACME);
    String budi = customer(ACME);
    change(ACME, siti, 1);
    change(ACME, siti, 2);
    receiver.told(1);
    clock.advance(Duration.ofSeconds(61));
    receiver.told(2);

    answers.getFirst().countDown();
    change(ACME, budi, 1);
    ACME.awaitStates(webhook.id(), "DELIVERED", "WAITING", "WAITING");
    assertThat(versions(siti)).containsExactly(2, 2);

    answers.getLast().countDown();
    ACME.awaitStates(webhook.id(), "DELIVERED", "DELIVERED", "DELIVERED");
    assertThat(versions(siti)).containsExactly(2, 2, 3);
  }

  private static void hold(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
