package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.SchemaCheckedEvents;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many redemptions a second there are at most, and how long one takes at half of that, over
 * HTTP: run by name, {@code -Dtest=RedeemingBench -Dtests.jit-level=4}; its name keeps it out of
 * the ordinary run. The callers are in the same process, on the same processors.
 */
@QuarkusTest
class RedeemingBench extends LoyaltyTest {

  private static final int MEMBERS = 2_000;
  private static final int CALLERS = 16;
  private static final Duration MEASURED = Duration.ofSeconds(10);

  @Inject ManyMembers members;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void theServiceAlone() {
    System.setProperty(SchemaCheckedEvents.UNCHECKED, "true");
  }

  @AfterEach
  void checkedAgain() {
    System.clearProperty(SchemaCheckedEvents.UNCHECKED);
  }

  @Test
  void redemptions() throws Exception {
    UUID program = Api.program();
    members.customers(program, MEMBERS);
    members.give(program, 1_000_000, clock.instant(), clock.instant().plus(Duration.ofDays(30)));
    List<UUID> many = members.memberships(program);
    saturated(many, CALLERS);
    for (int round = 1; round <= 4; round++) {
      double most = saturated(many, CALLERS);
      print("many members", most, atRate(many, most / 2));
      List<UUID> one = many.subList(0, 1);
      double mostOfOne = saturated(one, CALLERS);
      print("one member", mostOfOne, atRate(one, mostOfOne / 2));
    }
  }

  @Test
  void one_member_by_more_and_more_callers() throws Exception {
    UUID program = Api.program();
    members.customers(program, 1);
    members.give(program, 1_000_000, clock.instant(), clock.instant().plus(Duration.ofDays(30)));
    List<UUID> one = members.memberships(program);
    saturated(one, CALLERS);
    for (int round = 1; round <= 3; round++) {
      for (int callers : new int[] {8, 16, 32, 64}) {
        System.out.printf("one member, %d callers: %,.0f/s%n", callers, saturated(one, callers));
      }
    }
  }

  private static void print(String whose, double most, List<Long> nanos) {
    System.out.printf(
        "%s: %,.0f/s at most; at half of it p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms%n",
        whose,
        most,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6,
        nanos.get((int) (nanos.size() * 0.999)) / 1e6);
  }

  /** Redemptions a second of callers that each wait for the answer. */
  private double saturated(List<UUID> memberships, int callers) throws Exception {
    AtomicLong done = new AtomicLong();
    long start = System.nanoTime();
    long end = start + MEASURED.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        Random random = new Random(i);
        threads.submit(
            () -> {
              while (System.nanoTime() < end) {
                redeem(memberships.get(random.nextInt(memberships.size())));
                done.incrementAndGet();
              }
              return null;
            });
      }
    }
    return done.get() * 1e9 / (System.nanoTime() - start);
  }

  /** From the moment when each call was due, also when it was late: sorted. */
  private List<Long> atRate(List<UUID> memberships, double perSecond) throws Exception {
    Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    Random random = new Random(7);
    long start = System.nanoTime();
    long calls = (long) (perSecond * MEASURED.toSeconds());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < calls; i++) {
        long due = start + (long) (i * 1e9 / perSecond);
        LockSupport.parkNanos(due - System.nanoTime());
        UUID membership = memberships.get(random.nextInt(memberships.size()));
        threads.submit(
            () -> {
              redeem(membership);
              nanos.add(System.nanoTime() - due);
              return null;
            });
      }
    }
    return nanos.stream().sorted().toList();
  }

  private void redeem(UUID membership) throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://localhost:%d/v1/loyalty/memberships/%s/redemptions"
                            .formatted(RestAssured.port, membership)))
                .header("Authorization", "Bearer " + Tokens.of("agent"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UuidV7.next().toString())
                .POST(BodyPublishers.ofString("{\"points\":1}"))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
  }
}
