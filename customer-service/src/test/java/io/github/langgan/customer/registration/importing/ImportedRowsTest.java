package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportedRowsTest {

  private static final ImportApi IMPORTS = new ImportApi(ACME);

  @Inject Jdbi jdbi;

  @Test
  void good_duplicate_and_bad_rows_are_told_apart() {
    String run = unique();
    Body earlier = known("Earlier").phone("+62812345678");
    String earlierId = ACME.registered(earlier);
    String theirs = unique();
    BETA.registered(person("Theirs").identifier("beta", theirs));
    String id =
        accepted(
            IMPORTS.csv(
                """
                kind,fullName,birthDate,phone,email,identifier.acme,identifier.beta
                ,Siti Rahma,1990-04-21,0812-3456-789,siti@example.com,%1$s,
                ,Earlier,,+62812345678,,%2$s,
                ,Siti Rahma,1990-04-21,0812-3456-789,siti@example.com,%1$s,
                ,Somebody else,,,,%1$s,
                ,Of another partner,,,,,%3$s
                ,Bad mail,,,nobody,,
                ROBOT,Bad kind,30-02-1990,,,,
                ,Too few cells,
                ORGANISATION,PT Maju,,,,,
                """
                    .formatted(run, earlier.firstIdentifier(), theirs)));
    List<JsonNode> results = IMPORTS.results(id, "");
    assertThat(results)
        .extracting(row -> row.at("/outcome").asText())
        .containsExactly(
            "REGISTERED",
            "DUPLICATE",
            "DUPLICATE",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REGISTERED");
    assertThat(results)
        .extracting(row -> row.at("/row").asInt())
        .isEqualTo(IntStream.rangeClosed(1, 9).boxed().toList());
    assertThat(results)
        .extracting(row -> row.at("/line").asInt())
        .isEqualTo(IntStream.rangeClosed(2, 10).boxed().toList());
    assertThat(results.get(1).at("/customerId").asText()).isEqualTo(earlierId);
    String siti = results.getFirst().at("/customerId").asText();
    assertThat(results.get(2).at("/customerId").asText()).isEqualTo(siti);
    assertThat(results.get(3).at("/problem/type").asText()).isEqualTo("/problems/identifier-taken");
    assertThat(results.get(3).at("/problem/customerId").asText()).isEqualTo(siti);
    assertThat(results.get(3).at("/problem/errors/0/pointer").asText())
        .isEqualTo("/identifier.acme");
    assertThat(results.get(4).at("/problem/customerId").isMissingNode()).isTrue();
    assertThat(results.get(5).at("/problem/errors/0/pointer").asText()).isEqualTo("/email");
    assertThat(results.get(6).at("/problem/errors").findValuesAsText("pointer"))
        .contains("/kind", "/birthDate");
    assertThat(results.get(7).at("/problem/detail").asText()).contains("Line 9 has 3 cells");
    ACME.get(siti)
        .then()
        .body("name.full", equalTo("Siti Rahma"))
        .body("contacts.value", hasItem("+628123456789"))
        .body("source.form", equalTo("IMPORT"))
        .body("partner", equalTo("acme"));
    IMPORTS
        .get(id)
        .then()
        .body("state", equalTo("SUCCEEDED"))
        .body("total", equalTo(9))
        .body("registered", equalTo(2))
        .body("duplicates", equalTo(2))
        .body("rejected", equalTo(5));
  }

  @Test
  void lines_are_bodies_of_registrations() {
    Body siti = known("Siti Rahma").email("siti@example.com");
    String id =
        accepted(
            IMPORTS.ndjson(
                "\uFEFF"
                    + siti.json()
                    + "\r\n\r\n{\"kind\":\n"
                    + known("Typo").with("versoin", "3").json()
                    + "\n"
                    + siti.json()
                    + "\n"
                    + known("No mail").email("nobody").json()));
    List<JsonNode> results = IMPORTS.results(id, "");
    assertThat(results)
        .extracting(row -> row.at("/outcome").asText())
        .containsExactly("REGISTERED", "REJECTED", "REJECTED", "DUPLICATE", "REJECTED");
    assertThat(results).extracting(row -> row.at("/line").asInt()).containsExactly(1, 3, 4, 5, 6);
    assertThat(results.get(1).at("/problem/type").asText()).isEqualTo("/problems/malformed");
    assertThat(results.get(2).at("/problem/type").asText()).isEqualTo("/problems/unknown-field");
    assertThat(results.get(4).at("/problem/errors/0/pointer").asText())
        .isEqualTo("/contacts/0/value");
  }

  @Test
  void quotes_a_byte_order_mark_and_windows_line_ends_are_read() {
    String id =
        accepted(
            IMPORTS.csv(
                "\uFEFFfullName,phone,identifier.acme\r\n"
                    + "\"Rahma, \"\"Siti\"\"\",\"'+628123456789\","
                    + unique()
                    + "\r\n\r\n"
                    + "'=1+1,,"
                    + unique()
                    + "\r\n"));
    List<JsonNode> results = IMPORTS.results(id, "");
    assertThat(results).extracting(row -> row.at("/line").asInt()).containsExactly(2, 4);
    ACME.get(results.getFirst().at("/customerId").asText())
        .then()
        .body("name.full", equalTo("Rahma, \"Siti\""))
        .body("contacts[0].value", equalTo("+628123456789"));
    ACME.get(results.getLast().at("/customerId").asText())
        .then()
        .body("name.full", equalTo("=1+1"));
  }

  @Test
  void a_row_of_very_many_cells_spoils_no_other() {
    String id = accepted(IMPORTS.csv("fullName,email\nSiti,\n" + ",".repeat(20_000) + "\nBudi,\n"));
    assertThat(IMPORTS.results(id, ""))
        .extracting(row -> row.at("/outcome").asText())
        .containsExactly("REGISTERED", "REJECTED", "REGISTERED");
  }

  @Test
  void without_matching_nobody_is_compared() {
    String run = unique();
    String id =
        accepted(
            IMPORTS
                .file("text/csv", "fullName,identifier.acme\nSiti,%s\n".formatted(run))
                .post("/v1/imports?matching=false"));
    String customer = IMPORTS.results(id, "").getFirst().at("/customerId").asText();
    long compared = count("SELECT count(*) FROM due_work WHERE subject = '%s'".formatted(customer));
    assertThat(compared).isZero();
  }

  @Test
  void what_the_sender_says_of_the_source_is_kept() {
    String rows = "fullName,form,receivedAt\nSiti,WEB,2020-01-01T00:00:00Z\nBudi,,\n";
    String id =
        accepted(
            IMPORTS
                .file("text/csv", rows)
                .post("/v1/imports?form=OLD_SHOP&receivedAt=2019-05-05T05:05:05Z"));
    List<JsonNode> results = IMPORTS.results(id, "");
    ACME.get(results.getFirst().at("/customerId").asText())
        .then()
        .body("source.form", equalTo("WEB"))
        .body("source.receivedAt", equalTo("2020-01-01T00:00:00Z"));
    ACME.get(results.getLast().at("/customerId").asText())
        .then()
        .body("source.form", equalTo("OLD_SHOP"))
        .body("source.receivedAt", equalTo("2019-05-05T05:05:05Z"));
    IMPORTS.file("text/csv", rows).post("/v1/imports?form=small").then().statusCode(400);
    IMPORTS
        .file("text/csv", rows)
        .post("/v1/imports?receivedAt=2999-01-01T00:00:00Z")
        .then()
        .statusCode(400);
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
