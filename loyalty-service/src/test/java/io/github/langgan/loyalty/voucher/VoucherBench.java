package io.github.langgan.loyalty.voucher;

import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.body;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.order;
import static io.github.langgan.loyalty.testing.VoucherApi.publicName;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * How fast codes are made, and how fast one public code is used: run by name, {@code
 * -Dtest=VoucherBench}; its name keeps it out of the ordinary run.
 */
@QuarkusTest
class VoucherBench extends LoyaltyTest {

  private static final int CODES = 1_000_000;
  private static final Duration MEASURED = Duration.ofSeconds(8);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_million_codes() throws Exception {
    UUID campaign = campaign(TEN_POUNDS);
    VoucherApi.make(campaign, 50_000);
    awaitCodes(campaign, 50_000);
    UUID measured = campaign(TEN_POUNDS);
    var memory = ManagementFactory.getMemoryMXBean();
    long most = 0;
    long start = System.nanoTime();
    String operation = VoucherApi.make(measured, CODES).header("Location");
    while ("RUNNING".equals(Api.as("marketer").get(operation).path("state"))) {
      clock.advance(Duration.ofMillis(100));
      most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
      Thread.sleep(100);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d codes in %.1f s: %,.0f/s; heap at most %d MB%n",
        CODES, seconds, CODES / seconds, most >> 20);
    System.gc();
    long before = memory.getHeapMemoryUsage().getUsed();
    start = System.nanoTime();
    HttpResponse<java.io.InputStream> file =
        http.send(
            HttpRequest.newBuilder(
                    uri("/v1/loyalty/voucher-campaigns/" + measured + "/vouchers/export"))
                .header("Authorization", "Bearer " + Tokens.of("marketer"))
                .header("Accept", "text/csv")
                .build(),
            BodyHandlers.ofInputStream());
    byte[] buffer = new byte[65_536];
    long bytes = 0;
    most = 0;
    for (int n = file.body().read(buffer); n >= 0; n = file.body().read(buffer)) {
      bytes += n;
      most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
    }
    seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "download of %,d bytes in %.1f s: %,.0f codes/s; heap %d MB before, at most %d MB%n",
        bytes, seconds, CODES / seconds, before >> 20, most >> 20);
    assertThat(Api.as("marketer").get(operation).<Integer>path("done")).isEqualTo(CODES);
  }

  @Test
  void one_public_code() throws Exception {
    for (String members :
        new String[] {
          "\"budget\":{\"maximumDiscount\":\"100000000\"}", "\"usesPerCode\":100000000"
        }) {
      String code = publicName();
      campaign(TEN_POUNDS, members, "\"publicCode\":\"" + code + "\"");
      redeemed(code, 8); // warm
      for (int clients : new int[] {1, 8, 32}) {
        System.out.printf("%s, %d clients: %,.0f/s%n", members, clients, redeemed(code, clients));
      }
    }
  }

  /** Each is a reservation and its confirmation. */
  private double redeemed(String code, int clients) throws Exception {
    AtomicInteger done = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + MEASURED.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        threads.submit(
            () -> {
              while (System.nanoTime() < end) {
                String order = body(null, order(UuidV7.next().toString()), code);
                String held = post("/v1/loyalty/voucher-reservations", order, 201);
                String id = held.substring(held.indexOf(':') + 2, held.indexOf(',') - 1);
                post("/v1/loyalty/voucher-reservations/" + id + "/confirmation", "", 200);
                done.incrementAndGet();
              }
              return null;
            });
      }
    }
    return done.get() * 1e9 / (System.nanoTime() - start);
  }

  private String post(String path, String body, int status) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + Tokens.partner("acme"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      System.out.println(answer.statusCode() + " " + answer.body());
      throw new IllegalStateException(answer.body());
    }
    return answer.body();
  }

  private void awaitCodes(UUID campaign, int count) throws InterruptedException {
    while (jdbi.withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM voucher WHERE campaign_id = :id")
                    .bind("id", campaign)
                    .mapTo(Integer.class)
                    .one())
        < count) {
      clock.advance(Duration.ofMillis(100));
      Thread.sleep(100);
    }
  }

  private static URI uri(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }
}
