package io.github.langgan.customer.registration.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** Imports in somebody's name. */
record ImportApi(CustomerApi caller) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  RequestSpecification file(String type, String file) {
    return caller.call().config(AS_IT_IS).header("Content-Type", type).body(file.getBytes(UTF_8));
  }

  Response csv(String file) {
    return file("text/csv", file).post("/v1/imports");
  }

  Response ndjson(String file) {
    return file("application/x-ndjson", file).post("/v1/imports");
  }

  static String accepted(Response answer) {
    return answer.then().statusCode(202).extract().path("importId");
  }

  Response get(String id) {
    return caller.call().get("/v1/imports/{id}", id);
  }

  Response ended(String id) {
    return await().until(() -> get(id), import_ -> import_.path("endedAt") != null);
  }

  /** Of an import that has ended. */
  List<JsonNode> results(String id, String query) {
    ended(id);
    return resultsByNow(id, query);
  }

  List<JsonNode> resultsByNow(String id, String query) {
    return caller
        .call()
        .get("/v1/imports/{id}/results" + query, id)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(ImportApi::json)
        .toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }
}
