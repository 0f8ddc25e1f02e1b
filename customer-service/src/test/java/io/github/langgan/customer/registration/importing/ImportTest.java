package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportTest {

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
  void a_file_is_followed_as_an_operation_and_its_results_are_downloaded() {
    Response accepted =
        IMPORTS.csv("fullName,email\nSiti,\nBad,nobody\nToo few cells\n" + "Budi,\n".repeat(2));
    String id = accepted(accepted);
    IMPORTS.ended(id);
    ACME.call()
        .get(accepted.header("Location"))
        .then()
        .statusCode(200)
        .body("state", equalTo("SUCCEEDED"))
        .body("done", equalTo(5))
        .body("failed", equalTo(2))
        .body("total", equalTo(5))
        .body("resultLink", endsWith("/v1/imports/" + id + "/results"));
    assertThat(IMPORTS.results(id, "?outcome=REJECTED"))
        .extracting(row -> row.at("/row").asInt())
        .containsExactly(2, 3);
    String csv =
        ACME.call()
            .header("Accept", "text/csv")
            .get("/v1/imports/{id}/results?outcome=REJECTED", id)
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(csv.lines())
        .containsExactly(
            "row,line,outcome,customerId,problem,detail,errors",
            "2,3,REJECTED,,/problems/validation,The row holds values that are not acceptable,email"
                + " must be an e-mail address like siti@example.com",
            "3,4,REJECTED,,/problems/malformed,\"Line 4 has 1 cells, the header 2\",");
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
  void a_file_that_is_none_is_refused_and_nothing_is_stored() {
    long before = imports();
    IMPORTS.csv("").then().statusCode(422);
    IMPORTS.csv("fullName,email\n\n").then().statusCode(422);
    IMPORTS.ndjson(" \n \n").then().statusCode(422);
    IMPORTS
        .csv("fullName,shoeSize\nSiti,38\n")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/shoeSize"));
    IMPORTS
        .csv("fullName;email\nSiti;\n")
        .then()
        .statusCode(422)
        .body("detail", containsString("commas"));
    String good = "Siti,\n".repeat(1_500);
    IMPORTS
        .csv("fullName,email\n" + good + "Si\"ti,\n")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/malformed"))
        .body("line", equalTo(1502));
    IMPORTS
        .file("text/csv", "")
        .body(("fullName,email\n" + good + "Ren\u00e9,\n").getBytes(ISO_8859_1))
        .post("/v1/imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("Line 1502 isn't in UTF-8"));
    IMPORTS.file("application/json", "{}").post("/v1/imports").then().statusCode(415);
    IMPORTS
        .file("text/csv;charset=ISO-8859-1", "fullName\nSiti\n")
        .post("/v1/imports")
        .then()
        .statusCode(415);
    assertThat(imports()).isEqualTo(before);
  }

  @Test
  void no_spreadsheet_takes_a_result_for_a_formula() {
    String body = known("Siti").with("=cmd|' /C calc'!A0", "1").json();
    String id = accepted(IMPORTS.ndjson(body + "\n"));
    IMPORTS.ended(id).then().body("rejected", equalTo(1));
    String csv =
        ACME.call()
            .header("Accept", "text/csv")
            .get("/v1/imports/{id}/results", id)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv).contains(",'=cmd|").doesNotContain(",=");
  }

  @Test
  void a_row_of_very_many_cells_spoils_no_other() {
    String id = accepted(IMPORTS.csv("fullName,email\nSiti,\n" + ",".repeat(20_000) + "\nBudi,\n"));
    assertThat(IMPORTS.results(id, ""))
        .extracting(row -> row.at("/outcome").asText())
        .containsExactly("REGISTERED", "REJECTED", "REGISTERED");
  }

  @Test
  void a_header_of_very_many_columns_is_refused_in_few_words() {
    for (String column : List.of("x", "note", "fullName")) {
      String answer =
          IMPORTS
              .csv((column + ",").repeat(100_000) + "\nSiti\n")
              .then()
              .statusCode(422)
              .extract()
              .asString();
      assertThat(answer).hasSizeLessThan(100_000);
    }
  }

  @Test
  void a_media_type_may_be_written_in_capitals() {
    String id = accepted(IMPORTS.file("Text/CSV", "fullName\nSiti\n").post("/v1/imports"));
    IMPORTS.ended(id).then().body("registered", equalTo(1));
  }

  @Test
  void a_dry_run_says_what_would_happen_and_stores_nobody() {
    String run = unique();
    Body earlier = known("Earlier");
    ACME.registered(earlier);
    String file =
        """
        fullName,identifier.acme,identifier.nik
        Siti,%1$s,1
        Siti,%1$s,1
        Other,%1$s,
        Earlier,%2$s,
        Shares a national number,,1
        """
                .formatted(run, earlier.firstIdentifier())
            + "Nobody,,\n".repeat(1_200)
            + "Much later,%s,\n".formatted(run);
    String rehearsed = accepted(IMPORTS.file("text/csv", file).post("/v1/imports?dryRun=true"));
    List<JsonNode> foreseen = IMPORTS.results(rehearsed, "");
    assertThat(customersKnownAs(run)).isZero();
    List<JsonNode> real = IMPORTS.results(accepted(IMPORTS.csv(file)), "");
    assertThat(foreseen)
        .extracting(row -> row.at("/outcome").asText())
        .startsWith("REGISTERED", "DUPLICATE", "REJECTED", "DUPLICATE", "REGISTERED")
        .endsWith("REJECTED")
        .isEqualTo(real.stream().map(row -> row.at("/outcome").asText()).toList());
    assertThat(customersKnownAs(run)).isOne();
  }

  @Test
  void the_same_file_sent_twice_is_one_import() {
    String file = "fullName\n" + unique() + "\n";
    Response first = IMPORTS.csv(file);
    Response second = IMPORTS.csv(file);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    second
        .then()
        .statusCode(202)
        .header("Location", first.header("Location"))
        .header("Idempotency-Replayed", "true");
    assertThat(accepted(new ImportApi(BETA).csv(file))).isNotEqualTo(accepted(first));
    assertThat(accepted(IMPORTS.file("text/csv", file).post("/v1/imports?form=WEB")))
        .isNotEqualTo(accepted(first));
    String id = accepted(first);
    IMPORTS.ended(id).then().body("registered", equalTo(1));
  }

  @Test
  void a_key_makes_the_same_file_another_import_and_stands_for_one_file_only() {
    String file = "fullName\n" + unique() + "\n";
    String key = unique();
    Response keyed =
        IMPORTS.file("text/csv", file).header("Idempotency-Key", key).post("/v1/imports");
    assertThat(accepted(keyed)).isNotEqualTo(accepted(IMPORTS.csv(file)));
    assertThat(
            accepted(
                IMPORTS.file("text/csv", file).header("Idempotency-Key", key).post("/v1/imports")))
        .isEqualTo(accepted(keyed));
    IMPORTS
        .file("text/csv", file + "Budi\n")
        .header("Idempotency-Key", key)
        .post("/v1/imports")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-mismatch"));
    IMPORTS
        .file("text/csv", file)
        .header("Idempotency-Key", "two words")
        .post("/v1/imports")
        .then()
        .statusCode(400);
  }

  @Test
  void only_its_partner_and_the_staff_see_an_import() {
    String id = accepted(IMPORTS.csv("fullName\n" + unique() + "\n"));
    IMPORTS.ended(id);
    new ImportApi(AGENT).get(id).then().statusCode(200);
    for (CustomerApi other : List.of(BETA, CustomerApi.customer(ACME.registered(known("Siti"))))) {
      new ImportApi(other).get(id).then().statusCode(404);
      other.call().get("/v1/imports/{id}/results", id).then().statusCode(404);
    }
    BETA.call().post("/v1/imports/{id}/cancellation", id).then().statusCode(404);
    new ImportApi(new CustomerApi(Tokens.of("analyst")))
        .csv("fullName\nX\n")
        .then()
        .statusCode(403);
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

  @Test
  void a_file_beyond_the_usual_limit_is_taken_here_and_nowhere_else() {
    String cell = "x".repeat(150);
    String rows =
        IntStream.range(0, 75_000)
            .mapToObj(i -> cell)
            .collect(Collectors.joining("\n", "fullName\n", "\n"));
    assertThat(rows.getBytes(UTF_8).length).isGreaterThan(11_000_000);
    String id = accepted(IMPORTS.file("text/csv", rows).post("/v1/imports?dryRun=true"));
    IMPORTS.caller().call().post("/v1/imports/{id}/cancellation", id);
    ACME.call()
        .contentType("application/json")
        .body(rows)
        .post("/v1/customers")
        .then()
        .statusCode(413);
  }

  private long customersKnownAs(String identifier) {
    return ACME.call()
        .queryParam("identifierSource", "acme")
        .queryParam("identifierValue", identifier)
        .get("/v1/customers")
        .then()
        .statusCode(200)
        .extract()
        .<List<?>>path("items")
        .size();
  }

  private long imports() {
    return count(
        "SELECT (SELECT count(*) FROM customer_import) + (SELECT count(*) FROM customer_import_key)");
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
