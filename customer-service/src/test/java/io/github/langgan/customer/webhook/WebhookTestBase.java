package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.testing.Body.known;

import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.customer.webhook.Receiver.Told;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;

/** A receiver, and webhooks that go when the test ends. */
@QuarkusTestResource(StackResource.class)
abstract class WebhookTestBase {

  static final String UPDATED = "customer.updated";

  @Inject MovableClock clock;
  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  final Receiver receiver = new Receiver();
  private final List<Runnable> after = new ArrayList<>();

  @AfterEach
  void forget() {
    after.forEach(Runnable::run);
    receiver.close();
    clock.reset();
  }

  Registered registered(WebhookApi owner, String url, String... types) {
    Registered webhook = owner.registered(url, types);
    after.add(() -> owner.delete(webhook.id()));
    return webhook;
  }

  Receiver another() {
    Receiver other = new Receiver();
    after.add(other::close);
    return other;
  }

  /** A customer of the webhook's owner. */
  static String customer(WebhookApi owner) {
    return owner.caller().registered(known("Siti Rahma"));
  }

  /** Makes the customer's version one more, which is told. */
  static void change(WebhookApi by, String customer, int version) {
    by.caller()
        .patch(customer, version, "{\"occupation\":\"Guru " + version + "\"}")
        .then()
        .statusCode(200);
  }

  /** As analytics tells it. */
  UUID score(UUID customer) {
    return topics.publish(
        "crm.analytics",
        customer,
        "score.updated",
        "{\"customerId\":\"%s\",\"purchases\":1}".formatted(customer));
  }

  /** The requests that were about a customer. */
  Stream<Told> of(String customer) {
    return receiver.told().stream().filter(one -> one.customer().equals(customer));
  }

  List<Integer> versions(String customer) {
    return of(customer).map(one -> one.json().getInt("data.customerVersion")).toList();
  }
}
