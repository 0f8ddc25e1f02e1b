package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pieces of one file that are worked off at the same time. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SeveralPiecesTest {

  private static final ImportApi IMPORTS = new ImportApi(ACME);

  @Inject Jdbi jdbi;
  @Inject CustomerImports imports;
  @Inject ImportResults importResults;
  @Inject ReadAhead ahead;
  @Inject WorkOffPiece workOff;

  private final String run = unique().replace("-", "");

  @AfterEach
  void nobody_waits() {
    execute("DROP FUNCTION IF EXISTS held_%s CASCADE".formatted(run));
  }

  @Test
  void the_second_does_not_wait_for_the_first_and_the_results_are_told_in_their_order() {
    try (Handle held = firstRowHeld()) {
      String id = accepted(IMPORTS.csv(rows(1_500, row -> "n" + row)));
      await().until(() -> results(id) == 1);

      assertThat(importResults.next(UUID.fromString(id), 0, null)).isEmpty();
      IMPORTS.get(id).then().body("state", equalTo("RUNNING"));

      held.commit();
      IMPORTS.ended(id);
      assertThat(IMPORTS.results(id, ""))
          .extracting(row -> row.at("/row").asInt())
          .isEqualTo(IntStream.rangeClosed(1, 1_500).boxed().toList());
    }
  }

  @Test
  void of_two_that_name_the_same_the_first_is_registered() {
    try (Handle held = firstRowHeld()) {
      String id = accepted(IMPORTS.csv(rows(1_500, row -> row == 1_400 ? "n1" : "n" + row)));
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(10))
          .until(() -> results(id) == 0);

      held.commit();
      IMPORTS.ended(id);
      List<JsonNode> results = IMPORTS.results(id, "");
      assertThat(results.get(0).at("/outcome").asText()).isEqualTo("REGISTERED");
      assertThat(results.get(1_399).at("/outcome").asText()).isEqualTo("REJECTED");
      IMPORTS.get(id).then().body("registered", equalTo(1_499)).body("rejected", equalTo(1));
    }
  }

  @Test
  void what_was_done_by_one_who_died_before_it_was_counted_is_counted_by_the_next() {
    String id = accepted(IMPORTS.csv(rows(20_000, row -> "n" + row)));
    try (Handle died = jdbi.open()) {
      died.begin();
      died.execute(
          "SELECT FROM customer_import WHERE id = ? FOR NO KEY UPDATE", UUID.fromString(id));
      CustomerImport file = imports.find(UUID.fromString(id)).orElseThrow();
      assertThat(file.done()).isLessThan(20_000);
      ahead.next(file, 2).forEach(piece -> workOff.workOff(file, piece));
      assertThat(imports.find(file.id()).orElseThrow().done()).isEqualTo(file.done());
      died.rollback();
    }

    IMPORTS.ended(id);
    IMPORTS.get(id).then().body("registered", equalTo(20_000)).body("done", equalTo(20_000));
    assertThat(IMPORTS.results(id, "")).hasSize(20_000);
  }

  private interface Number {
    String of(int row);
  }

  private String rows(int many, Number number) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(row -> "%s %d,%s%s".formatted(run, row, run, number.of(row)))
        .collect(Collectors.joining("\n", "fullName,identifier.acme\n", "\n"));
  }

  /** Until the transaction ends, the piece with the first row waits before it registers anybody. */
  private Handle firstRowHeld() {
    execute(
        """
        CREATE FUNCTION held_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.full_name = '%1$s 1' THEN
            PERFORM pg_advisory_xact_lock(hashtextextended('%1$s', 0));
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER held_%1$s BEFORE INSERT ON customer
          FOR EACH ROW EXECUTE FUNCTION held_%1$s();
        """
            .formatted(run));
    Handle held = jdbi.open();
    held.begin();
    held.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", run);
    return held;
  }

  private long results(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM customer_import_result WHERE import_id = :id")
                .bind("id", UUID.fromString(id))
                .mapTo(Long.class)
                .one());
  }

  private void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }
}
