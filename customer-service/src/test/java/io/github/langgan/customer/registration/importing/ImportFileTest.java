package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportFileTest {

  private static final ImportApi IMPORTS = new ImportApi(ACME);

  @Inject Jdbi jdbi;

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

  private long imports() {
    return count(
        "SELECT (SELECT count(*) FROM customer_import) + (SELECT count(*) FROM customer_import_key)");
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
