package io.github.langgan.profile.merging;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Customers are merged and split while partners report and others tell: nobody locks another out.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergeRaceTest {

  private final Partner partner = new Partner();
  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Merged merged;

  @Test
  void nothing_is_left_behind_by_those_who_write_meanwhile() throws Exception {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer().identifier("acme", unique));
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger pushed = new AtomicInteger();
    AtomicInteger noted = new AtomicInteger();
    AtomicInteger opened = new AtomicInteger();
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        String number = "W" + writer + "-";
        all.add(writers.submit(until(done, i -> push(number + i, i, double_), pushed)));
      }
      all.add(writers.submit(until(done, i -> Agent.note(double_).statusCode(201), noted)));
      all.add(writers.submit(until(done, i -> elsewhere.openCase(double_), opened)));
      for (int round = 0; round < 3; round++) {
        Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti, double_));
        merged.assertThatNothingIsLeftUnderMergedRecords();
        if (round < 2) {
          merged.undo(merge);
        }
      }
      done.set(true);
      for (Future<?> writer : all) {
        writer.get();
      }
    }

    merged.assertThatNothingIsLeftUnderMergedRecords();
    assertThat(pushed).hasPositiveValue();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        merged.count("known_case WHERE customer_id = '" + siti + "'")
                            + merged.count("transaction WHERE customer_id = '" + siti + "'")
                            + merged.count("interaction WHERE customer_id = '" + siti + "'"))
                    .isEqualTo(pushed.get() + noted.get() + opened.get()));
    assertThat(merged.count("parked_event")).isZero();
    Agent.profile(double_).body("mergedInto", equalTo(siti.toString()));
  }

  private void push(String number, int i, UUID customer) {
    partner
        .push(
            i % 3 == 2
                ? giveBack(number).of(1, "CUP", "4.00").by(customer)
                : i % 3 == 1
                    ? purchase(number).of(2, "CUP", "4.00").byIdentifier("acme", unique)
                    : purchase(number).of(2, "CUP", "4.00").by(customer))
        .statusCode(201);
  }

  private interface Write {
    void number(int i);
  }

  private static Runnable until(AtomicBoolean done, Write write, AtomicInteger count) {
    return () -> {
      for (int i = 0; !done.get(); i++) {
        write.number(i);
        count.incrementAndGet();
      }
    };
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }
}
