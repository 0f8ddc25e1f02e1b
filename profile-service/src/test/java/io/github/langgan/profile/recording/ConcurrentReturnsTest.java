package io.github.langgan.profile.recording;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Partner;
import io.github.langgan.profile.testing.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConcurrentReturnsTest {

  private final Partner partner = new Partner();

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Jdbi jdbi;

  private record GivenBack(long pieces, BigDecimal money) {}

  @Test
  void parallel_returns_never_exceed_what_was_bought() throws Exception {
    UUID purchase = partner.pushed(purchase("A1").of(10, "CUP", "4.00", "3.00"));

    List<Integer> statuses =
        inParallel(24, i -> giveBack("R" + i).ofPurchase("A1").of(1, "CUP", "4.00"));

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
    assertThat(statuses).filteredOn(status -> status == 422).hasSize(14);
    assertThat(givenBackOf(purchase)).isEqualTo(new GivenBack(10, new BigDecimal("37.0000")));
  }

  @Test
  void parallel_returns_with_and_without_reference_share_what_was_bought() throws Exception {
    UUID siti = elsewhere.aCustomer().register();
    await().until(() -> customers.knows(siti));
    UUID purchase = partner.pushed(purchase("A1").of(10, "CUP", "4.00").by(siti));

    List<Integer> statuses =
        inParallel(
            24,
            i ->
                i % 2 == 0
                    ? giveBack("R" + i).of(1, "CUP", "4.00").by(siti)
                    : giveBack("R" + i).ofPurchase("A1").of(1, "CUP", "4.00"));

    assertThat(statuses).isSubsetOf(201, 422);
    assertThat(givenBackOf(purchase)).isEqualTo(new GivenBack(10, new BigDecimal("40.0000")));
  }

  @RepeatedTest(10)
  void batches_of_returns_in_any_order_do_not_lock_each_other_out() throws Exception {
    Report[] purchases =
        IntStream.range(0, 20)
            .mapToObj(i -> purchase("A" + i).of(100, "CUP", "4.00").of(100, "PLATE", "9.00"))
            .toArray(Report[]::new);
    partner.pushBatch(purchases).statusCode(200).body("recorded", is(20));

    try (ExecutorService connections = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int batch = 0; batch < 12; batch++) {
        int number = batch;
        List<Integer> order = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
        java.util.Collections.shuffle(order, new java.util.Random(batch));
        Report[] returns =
            order.stream()
                .map(
                    i ->
                        giveBack("R" + number + "-" + i)
                            .ofPurchase("A" + i)
                            .of(1, "PLATE", "9.00")
                            .of(1, "CUP", "4.00"))
                .toArray(Report[]::new);
        answers.add(
            connections.submit(
                () -> partner.pushBatch(returns).statusCode(200).extract().path("recorded")));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(20);
      }
    }
  }

  private List<Integer> inParallel(int count, IntFunction<Report> report) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      connections.submit(
                          () -> partner.push(report.apply(i)).extract().statusCode()))
              .toList();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
    }
    return statuses;
  }

  private GivenBack givenBackOf(UUID purchase) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT sum(quantity) AS pieces, sum(amount) AS money FROM transaction_line
                     WHERE return_of_transaction = :purchase
                    """)
                .bind("purchase", purchase)
                .mapTo(GivenBack.class)
                .one());
  }
}
