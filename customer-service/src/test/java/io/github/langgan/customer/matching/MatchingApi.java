package io.github.langgan.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs over all customers, and what they find. */
record MatchingApi(CustomerApi caller) {

  Response start(String query, String body) {
    return caller
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/matching/runs" + query);
  }

  JsonPath ended(String operation) {
    return await()
        .until(
            () -> caller.call().get(operation).jsonPath(),
            now -> !now.getString("state").equals("RUNNING"));
  }

  /** Starts it, waits for its end, and answers the run. */
  JsonPath ran(String query, String body) {
    String operation = start(query, body).then().statusCode(202).extract().header("Location");
    JsonPath ended = ended(operation);
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
    return caller
        .call()
        .get(ended.getString("resultLink"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  JsonPath rules() {
    return caller.call().get("/v1/matching/rules").then().statusCode(200).extract().jsonPath();
  }

  /** All pages. */
  List<Map<String, Object>> matches(String query) {
    List<Map<String, Object>> all = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          caller
              .call()
              .get("/v1/matches?limit=200&" + query + cursor)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      all.addAll(page.getList("items"));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return all;
  }
}
