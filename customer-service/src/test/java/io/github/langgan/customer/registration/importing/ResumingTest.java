package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What dies in the middle goes on, and each row counts once. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ResumingTest {

  private static final ImportApi IMPORTS = new ImportApi(ACME);
  private static final String UNMATCHED = "/v1/imports?matching=false";

  @Inject Jdbi jdbi;
  @Inject Clock clock;
  @Inject ReceiveFile receiveFile;
  @Inject WorkOffPieces workOff;
  @Inject ForgetImports forgetImports;

  @Test
  void an_import_whose_work_fails_between_pieces_goes_on_and_counts_each_row_once() {
    String run = unique();
    String blocked = "blocked_" + run.replace("-", "");
    // the second piece fails as long as the trigger is there, when all its rows are registered
    execute(
        """
        CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.first_row = 1001 THEN RAISE 'no'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER %1$s BEFORE INSERT ON customer_import_result
          FOR EACH ROW EXECUTE FUNCTION %1$s();
        """
            .formatted(blocked));
    String id = accepted(IMPORTS.csv(named(run, 2_500)));
    await().untilAsserted(() -> assertThat(failures(id)).isPositive());
    IMPORTS.get(id).then().body("state", equalTo("RUNNING"));
    // others behind it may be done already
    assertThat(IMPORTS.resultsByNow(id, "")).hasSize(1_000);
    execute("DROP FUNCTION %s CASCADE".formatted(blocked));
    assertEachRowOnce(id, run, 2_500);
    assertThat(count("SELECT count(*) FROM customer_import_piece WHERE import_id = '" + id + "'"))
        .isZero();
  }

  @Test
  void several_replicas_work_a_file_off_and_each_row_counts_once() throws Exception {
    String run = unique();
    String id = accepted(IMPORTS.file("text/csv", named(run, 5_000)).post(UNMATCHED));
    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> work = Collections.nCopies(3, () -> workOffUntilTheEnd(id));
      for (Future<Boolean> replica : replicas.invokeAll(work)) {
        replica.get(); // none got into the way of another
      }
    }
    assertEachRowOnce(id, run, 5_000);
  }

  private boolean workOffUntilTheEnd(String id) {
    while (IMPORTS.get(id).path("endedAt") == null) {
      workOff.next(new WorkOffPieces.Claimed());
    }
    return true;
  }

  @Test
  void a_sender_that_breaks_off_has_nothing_accepted() {
    long before = count("SELECT count(*) FROM customer_import");
    ImportOrder order =
        new ImportOrder(
            FileFormat.CSV,
            new Source("IMPORT", clock.instant(), null),
            false,
            true,
            new Registrant("acme", "test"));
    byte[] begun = ("fullName\n" + "Siti\n".repeat(3_000)).getBytes(UTF_8);
    InputStream lost =
        new SequenceInputStream(
            new ByteArrayInputStream(begun),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
    assertThatThrownBy(() -> receiveFile.receive(order, lost))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("broke off");
    assertThat(count("SELECT count(*) FROM customer_import")).isEqualTo(before);
  }

  @Test
  void imports_are_forgotten_after_a_month_and_what_broke_off_after_an_hour() {
    String ended = accepted(IMPORTS.csv("fullName\n" + unique() + "\n"));
    IMPORTS.ended(ended);
    String kept = accepted(IMPORTS.csv("fullName\n" + unique() + "\n"));
    IMPORTS.ended(kept);
    UUID brokenOff = UUID.randomUUID();
    execute(
        """
        UPDATE customer_import SET ended_at = ended_at - interval '31 days' WHERE id = '%s';
        INSERT INTO customer_import (id, state, format, columns, form, received_at, dry_run,
                                     matching, imported_by, started_at, worked_at)
        VALUES ('%s', 'RECEIVING', 'CSV', '{}', 'IMPORT', now(), false, true, 'test', now(),
                now() - interval '2 hours');
        """
            .formatted(ended, brokenOff));
    QuarkusTransaction.requiringNew().run(() -> forgetImports.run(""));
    IMPORTS.get(ended).then().statusCode(404);
    IMPORTS.get(kept).then().statusCode(200);
    assertThat(count("SELECT count(*) FROM customer_import WHERE id = '" + brokenOff + "'"))
        .isZero();
  }

  @Test
  void a_cancelled_import_stops_and_may_be_sent_again() {
    String file = "fullName\n" + (unique() + "\n").repeat(20_000);
    String id = accepted(IMPORTS.csv(file));
    ACME.call()
        .post("/v1/imports/{id}/cancellation", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
    ACME.call().post("/v1/imports/{id}/cancellation", id).then().statusCode(200);
    assertThat(count("SELECT count(*) FROM customer_import_piece WHERE import_id = '" + id + "'"))
        .isZero();
    String again = accepted(IMPORTS.csv(file));
    assertThat(again).isNotEqualTo(id);
    ACME.call().post("/v1/imports/{id}/cancellation", again).then().statusCode(200);
    String ended = accepted(IMPORTS.csv("fullName\n" + unique() + "\n"));
    IMPORTS.ended(ended);
    ACME.call().post("/v1/imports/{id}/cancellation", ended).then().statusCode(409);
  }

  private static String named(String run, int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(i -> run + " " + i)
        .collect(Collectors.joining("\n", "fullName\n", "\n"));
  }

  private void assertEachRowOnce(String id, String run, int rows) {
    List<JsonNode> results = IMPORTS.results(id, "");
    assertThat(results)
        .extracting(row -> row.at("/row").asInt())
        .isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
    IMPORTS.get(id).then().body("registered", equalTo(rows)).body("done", equalTo(rows));
    assertThat(count("SELECT count(*) FROM customer WHERE full_name LIKE '" + run + "%'"))
        .isEqualTo(rows);
  }

  private int failures(String id) {
    return (int) count("SELECT failures FROM customer_import WHERE id = '" + id + "'");
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }
}
