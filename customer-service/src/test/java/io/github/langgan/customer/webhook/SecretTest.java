package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import io.github.langgan.customer.webhook.Receiver.Told;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By what messages are signed. */
@QuarkusTest
class SecretTest extends WebhookTestBase {

  private Told tested(Registered webhook) {
    int already = receiver.told().size();
    ACME.post("/" + webhook.id() + "/test").then().statusCode(202);
    return receiver.told(already + 1).getLast();
  }

  private static JsonPath rotated(Registered webhook, String body) {
    return ACME.post("/" + webhook.id() + "/secret", body)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> signatures(Told told) {
    return Arrays.asList(told.headers().getFirst("webhook-signature").split(" "));
  }

  private static String signature(Told told, String secret) throws Exception {
    long at = Long.parseLong(told.headers().getFirst("webhook-timestamp"));
    return new Webhook(secret).sign(told.id(), at, told.body());
  }

  @Test
  void while_a_secret_is_rotated_both_sign_and_then_the_new_one_alone() throws Exception {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    JsonPath rotated = rotated(webhook, "{}");
    String secret = rotated.getString("secret");
    assertThat(Instant.parse(rotated.getString("formerUntil")))
        .isBetween(clock.instant().plusSeconds(86_300), clock.instant().plusSeconds(86_400));

    Told both = tested(webhook);
    assertThat(both.isSignedBy(secret)).isTrue();
    assertThat(both.isSignedBy(webhook.secret())).isTrue();
    clock.advance(Duration.ofHours(25));

    Told later = tested(webhook);
    assertThat(signatures(later)).containsExactly(signature(later, secret));
  }

  @Test
  void a_secret_that_others_know_signs_nothing_more() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String secret = rotated(webhook, "{\"revokeFormer\":true}").getString("secret");

    Told told = tested(webhook);
    assertThat(told.isSignedBy(secret)).isTrue();
    assertThat(told.isSignedBy(webhook.secret())).isFalse();
  }

  @Test
  void a_rotation_can_be_repeated_but_not_for_ever() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    String path = "/" + webhook.id() + "/secret";
    for (int i = 0; i < 4; i++) {
      ACME.post(path, "{}").then().statusCode(200);
    }
    ACME.post(path, "{}").then().statusCode(409).body("type", equalTo("/problems/webhook-secrets"));
    assertThat(signatures(tested(webhook))).hasSize(5);
    rotated(webhook, "{\"revokeFormer\":true}");
    assertThat(signatures(tested(webhook))).hasSize(1);
  }

  @Test
  void a_secret_that_we_can_not_read_any_more_is_its_own_webhooks_trouble() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    Registered other = registered(ACME, receiver.url() + "/other", UPDATED);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE webhook_secret SET wrapped_by = 'lost' WHERE webhook_id = ?::uuid",
                webhook.id()));
    change(ACME, customer(ACME), 1);

    ACME.awaitStates(other.id(), "DELIVERED");
    await()
        .until(
            () -> ACME.deliveries(webhook.id()).getString("items[0].attempts[0].failure"),
            "SECRET"::equals);
    assertThat(receiver.told()).hasSize(1);
  }

  @Test
  void a_message_that_was_changed_or_is_signed_by_another_secret_does_not_verify() {
    Registered webhook = registered(ACME, receiver.url(), UPDATED);
    Told told = tested(webhook);
    assertThat(told.isSignedBy(webhook.secret())).isTrue();
    assertThat(new Told(told.headers(), told.body() + " ").isSignedBy(webhook.secret())).isFalse();
    Registered other = registered(ACME, receiver.url() + "/other", UPDATED);
    assertThat(told.isSignedBy(other.secret())).isFalse();
  }
}
