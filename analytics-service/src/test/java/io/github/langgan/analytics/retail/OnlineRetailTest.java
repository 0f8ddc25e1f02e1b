package io.github.langgan.analytics.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Real invoices of the Online Retail data, when they are there: the first 2,000, or as many as
 * {@code -Dlanggan.retail.invoices} says.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OnlineRetailTest {

  private static final Logger LOG = Logger.getLogger(OnlineRetailTest.class);

  @Inject RetailTopic topic;
  @Inject Jdbi jdbi;

  private record Sums(long transactions, long lines, long customers, BigDecimal net) {}

  @Test
  void what_a_retailer_sold_and_took_back_adds_up_to_the_penny() {
    assumeTrue(Files.exists(RetailInvoice.file()), "no Online Retail data beside the checkout");
    List<RetailInvoice> invoices =
        RetailInvoice.read(Integer.getInteger("langgan.retail.invoices", 2_000));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "TRUNCATE transaction_fact, line_fact, customer_activity, customer_money, daily_total"));
    long start = System.nanoTime();
    topic.publish(invoices);
    long published = System.nanoTime();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> transactions() == invoices.size());
    long end = System.nanoTime();
    LOG.infof(
        "%,d transactions of %,d lines: published in %,d ms, all facts %,d ms after the first,"
            + " %,d transactions per second",
        invoices.size(),
        stored().lines(),
        (published - start) / 1_000_000,
        (end - start) / 1_000_000,
        invoices.size() * 1_000_000_000L / (end - start));
    assertThat(stored()).isEqualTo(expected(invoices));
  }

  private static Sums expected(List<RetailInvoice> invoices) {
    return new Sums(
        invoices.size(),
        invoices.stream().mapToLong(invoice -> invoice.lines().size()).sum(),
        invoices.stream().map(RetailInvoice::customer).filter(c -> !c.isEmpty()).distinct().count(),
        invoices.stream()
            .map(invoice -> invoice.isReturn() ? invoice.total().negate() : invoice.total())
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(4));
  }

  private long transactions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT coalesce(sum(transactions), 0) FROM daily_total")
                .mapTo(Long.class)
                .one());
  }

  private Sums stored() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT coalesce(sum(transactions), 0) AS transactions,
                           (SELECT count(*) FROM line_fact) AS lines,
                           (SELECT count(*) FROM customer_activity) AS customers,
                           sum(CASE type WHEN 'PURCHASE' THEN amount ELSE -amount END) AS net
                      FROM daily_total
                    """)
                .mapTo(Sums.class)
                .one());
  }
}
