package io.github.langgan.customer.directory.exporting;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static java.io.OutputStream.nullOutputStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.representation.FileFormat;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ExportTest {

  private static final String FAMILY_NAME = "=cmd|' /C calc'!A0";

  private static final int AT_ONCE = 5;

  @Inject Jdbi jdbi;
  @Inject ExportCustomers exportCustomers;

  private final String email = unique() + "@example.com";

  @Test
  void an_exported_csv_file_can_be_imported_and_says_the_same() {
    String id = ACME.registered(everything());
    ACME.registered(known("Budi").email(email));
    List<String> rows = export(ACME, "text/csv").lines().toList();
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(String.join("\n", rows))
        .contains(",'+628123456789,", ",'" + FAMILY_NAME + ",")
        .doesNotContain(",=", ",+", ",-", ",@");
    assertThat(rows.getFirst())
        .contains(
            ",email,email,phone,addressLine,addressLine,locality,",
            ",identifier.nik,identifier.nik,",
            ",note,note.delivery,")
        .endsWith(",customerId,partner,registeredAt,changedAt,version");
    assertImportedAgain("text/csv", String.join("\n", rows), 2);
    ACME.get(id).then().body("version", equalTo(1));
  }

  @Test
  void an_exported_ndjson_file_can_be_imported_and_says_the_same() {
    String id = ACME.registered(everything());
    String lines = export(ACME, "application/x-ndjson");
    assertThat(lines.lines()).hasSize(1);
    assertThat(lines.strip()).isEqualTo(ACME.get(id).asString());
    assertImportedAgain("application/x-ndjson", lines, 1);
  }

  @Test
  void many_are_exported_newest_first_and_each_once() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<Body> bodies =
          IntStream.range(0, 600).mapToObj(n -> known("Customer " + n).email(email)).toList();
      ids.addAll(ACME.registerAll(bodies).<List<String>>path("items.customerId"));
    }
    List<String> exported =
        export(ACME, "application/x-ndjson")
            .lines()
            .map(line -> line.replaceAll(".*\"customerId\":\"([^\"]*)\".*", "$1"))
            .toList();
    assertThat(exported).isEqualTo(ids.reversed());
  }

  @Test
  void partners_export_their_own_and_customers_themselves() {
    String acmes = ACME.registered(known("Siti").email(email));
    String betas = BETA.registered(Body.person("Siti").identifier("beta", unique()).email(email));
    assertThat(export(ACME, "application/x-ndjson")).contains(acmes).doesNotContain(betas);
    assertThat(export(AGENT, "application/x-ndjson")).contains(acmes, betas);
    assertThat(export(CustomerApi.customer(acmes), "text/csv"))
        .contains(acmes)
        .doesNotContain(betas);
  }

  @Test
  void nobody_makes_a_file_of_the_header_alone() {
    assertThat(export(ACME, "text/csv").lines()).hasSize(1);
    ACME.call().queryParam("email", "nobody").get("/v1/customers/export").then().statusCode(400);
    ACME.call()
        .header("Accept", "application/xml")
        .get("/v1/customers/export")
        .then()
        .statusCode(406);
  }

  @Test
  void a_download_that_breaks_off_does_not_look_whole() {
    List<Body> bodies =
        IntStream.range(0, 600).mapToObj(n -> known("Customer " + n).email(email)).toList();
    String oldest = ACME.registerAll(bodies).path("items[0].customerId");
    jdbi.useHandle(
        handle -> handle.execute("UPDATE customer SET language = '!' WHERE id = ?::uuid", oldest));
    assertThatThrownBy(() -> export(ACME, "text/csv")).isInstanceOf(IOException.class);
    for (int i = 0; i < 6; i++) { // now and then a problem was the last line
      assertThatThrownBy(() -> export(ACME, "application/x-ndjson"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void what_changes_meanwhile_is_not_in_the_file() throws Exception {
    List<Body> bodies =
        IntStream.range(0, 600).mapToObj(n -> known("Before " + n).email(email)).toList();
    String oldest = ACME.registerAll(bodies).path("items[0].customerId");
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (var receivers = Executors.newVirtualThreadPerTaskExecutor()) {
      receivers.submit(() -> export(FileFormat.NDJSON, slow(file, begun, goOn)));
      try {
        begun.await();
        ACME.patch(oldest, 1, "{\"name\":{\"full\":\"After\"}}").then().statusCode(200);
      } finally {
        goOn.complete(null);
      }
    }
    assertThat(file.toString().lines())
        .hasSize(600)
        .noneMatch(line -> line.contains("After"))
        .last()
        .asString()
        .contains(oldest, "Before 0");
  }

  @Test
  void slow_receivers_leave_connections_to_others() throws Exception {
    ACME.registered(known("Siti").email(email));
    CountDownLatch begun = new CountDownLatch(AT_ONCE);
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    try (var receivers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        receivers.submit(() -> export(FileFormat.CSV, slow(nullOutputStream(), begun, goOn)));
      }
      try {
        begun.await();
        ACME.call()
            .get("/v1/customers/export")
            .then()
            .statusCode(503)
            .header("Retry-After", "30")
            .body("type", equalTo("/problems/unavailable"));
      } finally {
        goOn.complete(null);
      }
    }
    assertThat(export(ACME, "text/csv").lines()).hasSize(2);
  }

  @Test
  void csv_of_too_many_columns_is_refused_and_lines_are_not() {
    for (int i = 0; i < 50; i++) {
      int n = 20 * i;
      String notes =
          IntStream.range(n, n + 20)
              .mapToObj("{\"label\":\"label %d\",\"text\":\"x\"}"::formatted)
              .collect(Collectors.joining(",", "[", "]"));
      ACME.registered(known("Siti").email(email).with("notes", notes));
    }
    ACME.call()
        .header("Accept", "text/csv")
        .queryParam("email", email)
        .get("/v1/customers/export")
        .then()
        .statusCode(406)
        .body("detail", containsString("more than 1,000"));
    assertThat(export(ACME, "application/x-ndjson").lines()).hasSize(50);
  }

  private boolean export(FileFormat format, OutputStream receiver) throws IOException {
    Criterion hers = new Criterion.ReachedBy(new EmailAddress(email));
    exportCustomers.export(hers, new Visibility.Everyone(), format, receiver);
    return true;
  }

  /** Takes nothing until it is told to. */
  private static OutputStream slow(
      OutputStream file, CountDownLatch begun, CompletableFuture<Void> goOn) {
    return new FilterOutputStream(file) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        begun.countDown();
        goOn.join();
        out.write(bytes, from, length);
      }
    };
  }

  private Body everything() {
    return known("x")
        .with(
            "name",
            "{\"full\":\"@Siti 'Rahma'\",\"given\":\"'Siti\",\"family\":\"" + FAMILY_NAME + "\"}")
        .with("birthDate", "\"1990-04-21\"")
        .with("gender", "\"FEMALE\"")
        .with("occupation", "\"-Teacher, retired\"")
        .with("language", "\"id\"")
        .email(email)
        .email("second." + email)
        .phone("+628123456789")
        .contact(
            "{\"type\":\"POSTAL\",\"address\":{\"lines\":[\"+1 Street\",\"Flat 2\"],"
                + "\"locality\":\"St James\",\"region\":\"WA\",\"postalCode\":\"0011\",\"country\":\"AU\"}}")
        .contact("{\"type\":\"POSTAL\",\"address\":{\"locality\":\"Jakarta\",\"country\":\"ID\"}}")
        .identifier("nik", unique())
        .identifier("nik", unique())
        .with(
            "notes",
            "[{\"text\":\"=1+1\\nsecond line\"},{\"label\":\"delivery\",\"text\":\"ring \\\"twice\\\"\"}]")
        .with(
            "source",
            "{\"form\":\"WEB\",\"receivedAt\":\"2026-01-05T03:00:00Z\",\"confidence\":0.8}");
  }

  private String export(CustomerApi caller, String type) {
    return caller
        .call()
        .header("Accept", type)
        .queryParam("email", email)
        .get("/v1/customers/export")
        .then()
        .statusCode(200)
        .contentType(type)
        .extract()
        .asString();
  }

  /** The same registration again is told from any other, so the file says what was registered. */
  private static void assertImportedAgain(String type, String file, int customers) {
    Response accepted =
        ACME.call()
            .contentType(type + ";charset=UTF-8")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/v1/imports");
    String link = accepted.then().statusCode(202).extract().path("link");
    await().until(() -> ACME.call().get(link).path("state").equals("SUCCEEDED"));
    String results = ACME.call().get(link + "/results").asString();
    assertThat(results.lines())
        .hasSize(customers)
        .allMatch(line -> line.contains("\"outcome\":\"DUPLICATE\""));
  }
}
