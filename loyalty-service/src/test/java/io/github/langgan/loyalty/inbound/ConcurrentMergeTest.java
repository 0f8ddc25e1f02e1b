package io.github.langgan.loyalty.inbound;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.InvariantChecks;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others write under an id while it is merged and split. */
@QuarkusTest
class ConcurrentMergeTest extends LoyaltyTest {

  private static final int ROUNDS = 4;

  @Inject TransactionListener transactions;
  @Inject CustomerListener customers;
  @Inject InvariantChecks books;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong balance = new AtomicLong();
  private UUID survivor;
  private UUID merged;
  private UUID stays;
  private UUID united;

  @BeforeEach
  void two_members() {
    survivor = others.registeredCustomer();
    merged = others.registeredCustomer();
    UUID program = Api.program();
    stays = Api.membership(survivor, program);
    united = Api.membership(merged, program);
    Tokens.of("agent");
  }

  @Test
  void nothing_is_written_under_a_retired_id_and_no_point_is_lost() throws Exception {
    List<UUID> programs = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      programs.add(Api.program());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> writers =
          List.of(
              threads.submit(untilOver(() -> buy(merged))),
              threads.submit(untilOver(() -> buy(survivor))),
              threads.submit(untilOver(() -> redeem(united))),
              threads.submit(untilOver(() -> redeem(stays))));
      for (UUID program : programs) {
        Future<Integer> enrolment = threads.submit(() -> Api.enrol(merged, program).statusCode());
        UUID merge = UuidV7.next();
        tell(customers, "customer.merged", OtherServices.mergedJson(merge, survivor, merged));
        books.hold();
        tell(customers, "customer.unmerged", OtherServices.mergedJson(merge, survivor, merged));
        assertThat(enrolment.get()).isEqualTo(201);
      }
      tell(customers, "customer.merged", OtherServices.mergedJson(UuidV7.next(), survivor, merged));
      over.set(true);
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isPositive();
      }
    }

    assertThat(Api.active(united)).isEqualTo(balance.get());
    Api.read(united).then().body("membershipId", equalTo(stays.toString()));
  }

  private Callable<Integer> untilOver(Runnable act) {
    return () -> {
      int times = 0;
      while (!over.get()) {
        act.run();
        times++;
      }
      return times;
    };
  }

  private void buy(UUID record) {
    tell(
        transactions,
        "transaction.recorded",
        OtherServices.json(record, purchase(line("HOME", 3, "1.00"))));
    balance.addAndGet(3);
  }

  private void redeem(UUID membership) {
    int status = Api.redeem(membership, 2).statusCode();
    assertThat(status).isIn(201, 409);
    if (status == 201) {
      balance.addAndGet(-2);
    }
  }

  private void tell(TopicListener listener, String type, String json) {
    ReceivedEvent event =
        new ReceivedEvent(
            UuidV7.next(),
            type,
            1,
            "/test",
            listener.topic(),
            OtherServices.MERGES,
            1,
            clock.instant(),
            "",
            null,
            null,
            null,
            json.getBytes(UTF_8));
    QuarkusTransaction.requiringNew().run(() -> listener.apply(List.of(event)));
  }
}
