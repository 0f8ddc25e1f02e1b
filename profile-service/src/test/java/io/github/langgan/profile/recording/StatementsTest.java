package io.github.langgan.profile.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionType;
import io.github.langgan.profile.testing.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speed is the number of statements, and that doesn't grow with the batch. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StatementsTest {

  private final String partner = "partner-" + UUID.randomUUID();

  @Inject RecordTransactions recordTransactions;
  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Jdbi jdbi;

  @AfterEach
  void countNoMore() {
    jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 500})
  void purchases_of_known_customers_take_five_statements(int purchases) {
    UUID siti = elsewhere.aCustomer().register();
    await().until(() -> customers.knows(siti));
    List<ReportedTransaction> reports =
        IntStream.range(0, purchases).mapToObj(i -> purchase("A" + i, siti)).toList();
    AtomicInteger statements = countMine();

    recordTransactions.record(partner, reports);

    assertThat(statements)
        .as("what ids mean is held, numbers, customers, transactions, events")
        .hasValue(5);
  }

  private AtomicInteger countMine() {
    AtomicInteger statements = new AtomicInteger();
    Thread me = Thread.currentThread();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            if (Thread.currentThread() == me) {
              statements.incrementAndGet();
            }
          }
        });
    return statements;
  }

  private static ReportedTransaction purchase(String number, UUID customer) {
    return new ReportedTransaction(
        number,
        TransactionType.PURCHASE,
        Instant.parse("2026-01-05T03:00:00Z"),
        CustomerReference.toCustomer(customer),
        "GBP",
        "STORE",
        null,
        List.of(new ReportedLine("CUP", null, null, 1, BigDecimal.TEN, null, BigDecimal.ZERO)));
  }
}
