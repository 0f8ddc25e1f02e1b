package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportOnceTest {

  private static final ImportApi IMPORTS = new ImportApi(ACME);

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
}
