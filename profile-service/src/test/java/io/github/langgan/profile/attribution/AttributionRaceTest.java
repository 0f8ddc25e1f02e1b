package io.github.langgan.profile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.PendingAttribution;
import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionType;
import io.github.langgan.profile.recording.RecordTransactions;
import io.github.langgan.profile.recording.Recording.Recorded;
import io.github.langgan.profile.testing.Elsewhere;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A transaction and the news of its customer commit at the same time; neither sees the other. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AttributionRaceTest {

  private final String number = UUID.randomUUID().toString();
  private final CustomerReference reference = CustomerReference.toIdentifier("acme", number);

  @Inject RecordTransactions recordTransactions;
  @Inject CustomerReferences references;
  @Inject PendingAttribution pendingAttribution;
  @Inject Elsewhere elsewhere;
  @Inject Jdbi jdbi;

  @Test
  void the_news_commits_while_the_transaction_is_being_recorded() {
    UUID id =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  UUID recorded = record();
                  UUID siti = elsewhere.aCustomer().identifier("acme", number).register();
                  await()
                      .until(
                          () ->
                              references
                                  .ownersOf(List.of(reference))
                                  .containsValue(new Owner(siti, siti)));
                  awaitNoDueWork();
                  return recorded;
                });

    await().until(() -> customerOf(id).isPresent());
  }

  @Test
  void the_transaction_commits_while_the_news_is_being_stored() {
    UUID siti = UuidV7.next();
    UUID id =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  jdbi.useHandle(
                      handle ->
                          handle.execute(
                              "INSERT INTO customer_reference VALUES (?, ?)",
                              reference.text(),
                              siti));
                  pendingAttribution.lookFor(List.of(reference));
                  UUID recorded = CompletableFuture.supplyAsync(this::record).join();
                  awaitNoDueWork();
                  return recorded;
                });

    await().until(() -> customerOf(id).equals(Optional.of(siti)));
  }

  /** None that is committed, that is. */
  private void awaitNoDueWork() {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        CompletableFuture.supplyAsync(
                                () ->
                                    jdbi.withHandle(
                                        handle ->
                                            handle
                                                .createQuery(
                                                    "SELECT count(*) FROM due_work WHERE kind = 'attribution'")
                                                .mapTo(Integer.class)
                                                .one()))
                            .join())
                    .isZero());
  }

  private UUID record() {
    ReportedTransaction report =
        new ReportedTransaction(
            "A1",
            TransactionType.PURCHASE,
            Instant.parse("2026-01-05T03:00:00Z"),
            reference,
            "GBP",
            "STORE",
            null,
            List.of(new ReportedLine("CUP", null, null, 1, BigDecimal.TEN, null, BigDecimal.ZERO)));
    var recording = recordTransactions.record("partner-" + number, List.of(report)).getFirst();
    return ((Recorded) recording).transaction().transactionId();
  }

  private Optional<UUID> customerOf(UUID transaction) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id FROM transaction
                     WHERE transaction_id = :id AND customer_id IS NOT NULL
                    """)
                .bind("id", transaction)
                .mapTo(UUID.class)
                .findOne());
  }
}
