package io.github.langgan.profile.recording;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.testing.Partner;
import io.github.langgan.profile.testing.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BatchTest {

  private final Partner partner = new Partner();

  @Test
  void one_bad_item_never_spoils_its_neighbours() {
    partner
        .pushBatch(
            purchase("A1").of(1, "CUP", "2.50"),
            purchase("A2").of(0, "CUP", "2.50"),
            purchase("A3").of(1, "CUP", "2.50").with("total", "2.50"),
            purchase("A4").of(1, "CUP", "2.50"))
        .statusCode(200)
        .body("recorded", equalTo(2), "duplicates", equalTo(0), "rejected", equalTo(2))
        .body("items.index", contains(0, 1, 2, 3))
        .body("items.outcome", contains("RECORDED", "REJECTED", "REJECTED", "RECORDED"))
        .body("items[0].transactionId", notNullValue())
        .body("items[0].position", notNullValue())
        .body("items[1].transactionId", nullValue())
        .body("items[1].externalId", equalTo("A2"))
        .body("items[1].problem.errors[0].pointer", equalTo("/lines/0/quantity"))
        .body("items[2].problem.type", endsWith("/unknown-field"));
  }

  @Test
  void a_batch_of_lines_is_the_same() {
    String lines =
        purchase("A1").of(1, "CUP", "2.50").json()
            + "\n"
            + purchase("A2").of(1, "CUP", "2.50").json()
            + "\nnonsense\n";

    partner
        .call()
        .contentType("application/x-ndjson")
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/transactions/batch")
        .then()
        .statusCode(200)
        .body("items.outcome", contains("RECORDED", "RECORDED", "REJECTED"))
        .body("items[2].problem.type", endsWith("/malformed"));
  }

  @Test
  void repeating_a_batch_is_harmless() {
    Report[] reports = {purchase("A1").of(1, "CUP", "2.50"), purchase("A2").of(1, "CUP", "2.50")};
    partner.pushBatch(reports);

    partner.pushBatch(reports).body("recorded", equalTo(0), "duplicates", equalTo(2));
  }

  @Test
  void a_number_twice_in_one_batch_is_recorded_once() {
    partner
        .pushBatch(
            purchase("A1").of(1, "CUP", "2.50"),
            purchase("A1").of(1, "CUP", "2.50"),
            purchase("A1").of(2, "CUP", "2.50"))
        .body("items.outcome", contains("RECORDED", "DUPLICATE", "REJECTED"))
        .body("items[2].problem.type", endsWith("/transaction-conflict"))
        .body("items[2].problem.status", equalTo(409));
  }

  @Test
  void a_return_may_stand_before_its_purchase() {
    partner
        .pushBatch(
            giveBack("R1").ofPurchase("A1").of(1, "CUP", "2.50"),
            purchase("A1").of(1, "CUP", "2.50"))
        .body("recorded", equalTo(2));
  }

  @Test
  void a_refused_return_leaves_its_number_free() {
    partner
        .pushBatch(giveBack("R1").ofPurchase("A1"))
        .body("items[0].problem.type", endsWith("/returned-purchase-unknown"));

    partner
        .pushBatch(purchase("A1").of(1, "CUP", "2.50"), giveBack("R1").ofPurchase("A1"))
        .body("recorded", equalTo(2));
  }

  @Test
  void more_than_a_thousand_are_refused_as_a_whole() {
    Report[] many =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj(i -> purchase("A" + i).of(1, "CUP", "2.50"))
            .toArray(Report[]::new);

    partner.pushBatch(many).statusCode(422);
    partner.pushBatch(many[0]).body("recorded", equalTo(1));
  }

  @Test
  void what_is_no_batch_is_malformed() {
    partner
        .call()
        .contentType(ContentType.JSON)
        .body("{\"items\":[" + purchase("A1").of(1, "CUP", "2.50").json())
        .post("/v1/transactions/batch")
        .then()
        .statusCode(400);
    partner.pushBatch(purchase("A1").of(1, "CUP", "2.50")).body("recorded", equalTo(1));
  }

  @Test
  void an_empty_batch_records_nothing() {
    partner.pushBatch().statusCode(200).body("items", hasSize(0));
  }
}
