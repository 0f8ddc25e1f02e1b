package io.github.langgan.profile.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.attribution.AttributeWaiting;
import io.github.langgan.profile.interaction.RecordInteraction;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.Interaction;
import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionType;
import io.github.langgan.profile.recording.RecordTransactions;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who writes for a record knows what it means until the commit: a merge waits for it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WritersAndMergesTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Inject RecordTransactions recordTransactions;
  @Inject RecordInteraction recordInteraction;
  @Inject AttributeWaiting attributeWaiting;
  @Inject @All List<TopicListener> listeners;
  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Merged merged;

  private UUID siti;
  private UUID other;

  @Test
  void a_merge_waits_for_a_transaction_that_is_being_recorded() {
    mergeWhile(
        () ->
            recordTransactions.record(
                "partner-" + UuidV7.next(),
                List.of(
                    new ReportedTransaction(
                        "A1",
                        TransactionType.PURCHASE,
                        NOON,
                        CustomerReference.toCustomer(other),
                        "GBP",
                        "STORE",
                        null,
                        List.of(
                            new ReportedLine(
                                "CUP", null, null, 1, BigDecimal.TEN, null, BigDecimal.ZERO))))));

    assertThat(merged.count("transaction WHERE customer_id = '" + siti + "'")).isEqualTo(1);
  }

  @Test
  void a_merge_waits_for_a_contact_that_is_being_noted() {
    mergeWhile(
        () ->
            recordInteraction.record(
                new Interaction(
                    UuidV7.next(), "PHONE", "IN", NOON, NOON, "Asked when the shop opens", null),
                other));

    assertThat(merged.count("interaction WHERE customer_id = '" + siti + "'")).isEqualTo(1);
  }

  @Test
  void a_merge_waits_for_what_is_being_heard_of_a_case() {
    mergeWhile(
        () ->
            hear(
                "crm.complaint",
                "case.opened",
                """
                {"caseId":"%s","customerId":"%s","kind":"COMPLAINT","status":"OPEN",
                 "openedAt":"2026-01-05T12:00:00Z"}"""
                    .formatted(UuidV7.next(), other)));

    assertThat(merged.count("known_case WHERE customer_id = '" + siti + "'")).isEqualTo(1);
  }

  @Test
  void a_merge_waits_for_what_is_being_heard_of_a_membership() {
    mergeWhile(
        () ->
            hear(
                "crm.loyalty",
                "membership.opened",
                """
                {"membershipId":"%s","customerId":"%s","programId":"%s","programName":"Club",
                 "cardNumber":"%s","openedAt":"2026-01-05T12:00:00Z",
                 "balance":{"active":0,"pending":0}}"""
                    .formatted(UuidV7.next(), other, UuidV7.next(), UuidV7.next())));

    assertThat(merged.count("known_membership WHERE customer_id = '" + siti + "'")).isEqualTo(1);
  }

  @Test
  void a_merge_waits_for_transactions_that_are_being_given_their_customer() {
    mergeWhile(() -> attributeWaiting.run(List.of()));
  }

  private void mergeWhile(Runnable write) {
    siti = known(elsewhere.aCustomer());
    other = known(elsewhere.aCustomer());
    Elsewhere.Merge merge = elsewhere.merge(siti, other);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              write.run();
              merge.happens();
              await()
                  .until(
                      () ->
                          merged.count(
                                  "pg_locks WHERE relation = 'alias'::regclass AND NOT granted")
                              > 0);
              assertThat(merged.isApplied(merge)).isFalse();
            });
    await().until(() -> merged.isApplied(merge));
    merged.assertThatNothingIsLeftUnderMergedRecords();
  }

  private void hear(String topic, String type, String json) {
    listeners.stream()
        .filter(listener -> listener.topic().equals(topic))
        .findFirst()
        .orElseThrow()
        .apply(
            List.of(
                new ReceivedEvent(
                    UuidV7.next(),
                    type,
                    1,
                    "/test",
                    topic,
                    other,
                    1,
                    NOON,
                    other.toString(),
                    null,
                    null,
                    null,
                    json.getBytes(StandardCharsets.UTF_8))));
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }
}
