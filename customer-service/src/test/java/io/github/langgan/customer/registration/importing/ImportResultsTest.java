package io.github.langgan.customer.registration.importing;

import static io.github.langgan.customer.registration.importing.ImportApi.accepted;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ImportResultsTest {

  private static final ImportApi IMPORTS = new ImportApi(ACME);

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
}
