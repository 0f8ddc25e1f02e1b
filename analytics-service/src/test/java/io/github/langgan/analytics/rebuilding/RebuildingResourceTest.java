package io.github.langgan.analytics.rebuilding;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.analytics.OtherServices;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RebuildingResourceTest {

  @Inject OtherServices others;
  @Inject Jdbi jdbi;

  @Test
  void figures_that_were_tampered_with_are_put_right() {
    UUID siti = UuidV7.next();
    others.tell(aPurchase().of(siti).line(1, "10.00", null));
    jdbi.useHandle(handle -> handle.execute("UPDATE customer_money SET purchased = 1000000"));
    String operation =
        given()
            .auth()
            .oauth2(Tokens.of("operator"))
            .header("Idempotency-Key", UuidV7.next().toString())
            .post("/v1/analytics/rebuilds")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.of("operator"))
                    .get(URI.create(operation).getPath())
                    .then()
                    .body("state", equalTo("SUCCEEDED")));
    given()
        .auth()
        .oauth2(Tokens.of("analyst"))
        .get("/v1/analytics/customers/{id}", siti)
        .then()
        .body("value.revenue[0].amount", equalTo("10.00"));
  }

  @Test
  void only_operators_may_ask_for_it() {
    given()
        .auth()
        .oauth2(Tokens.of("manager"))
        .header("Idempotency-Key", UuidV7.next().toString())
        .post("/v1/analytics/rebuilds")
        .then()
        .statusCode(403);
  }
}
