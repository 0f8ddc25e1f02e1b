package io.github.langgan.customer.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of the API in the name of a role. */
public record CustomerApi(String token) {

  public static final CustomerApi ACME = new CustomerApi(Tokens.partner("acme"));
  public static final CustomerApi BETA = new CustomerApi(Tokens.partner("beta"));
  public static final CustomerApi AGENT = new CustomerApi(Tokens.of("agent"));

  public static CustomerApi customer(String customerId) {
    return new CustomerApi(Tokens.customer(customerId));
  }

  public RequestSpecification call() {
    return given().auth().oauth2(token);
  }

  public Response register(Body body) {
    return register(body.json());
  }

  public Response register(String json) {
    return call().contentType(ContentType.JSON).body(json).post("/v1/customers");
  }

  /** Registers, and answers the id. */
  public String registered(Body body) {
    return register(body).then().statusCode(201).extract().path("customerId");
  }

  public Response registerAll(List<Body> bodies) {
    return batch(
        bodies.stream().map(Body::json).collect(Collectors.joining(",", "{\"items\":[", "]}")));
  }

  public Response batch(String json) {
    return call().contentType(ContentType.JSON).body(json).post("/v1/customers/batch");
  }

  /** Registers all without comparing them with others, and answers the ids. */
  public List<String> importedUnmatched(List<Body> bodies) {
    String file = bodies.stream().map(Body::json).collect(Collectors.joining("\n"));
    String id =
        send("/v1/imports?matching=false", "application/x-ndjson", file).getString("importId");
    await().until(() -> call().get("/v1/imports/{id}", id).path("endedAt") != null);
    String results = call().get("/v1/imports/{id}/results", id).asString();
    return results.lines().map(line -> JsonPath.from(line).getString("customerId")).toList();
  }

  /** Past the checks of requests, which take long with long bodies; answered 202. */
  public JsonPath send(String path, @Nullable String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      return JsonPath.from(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public Response get(String customerId) {
    return call().get("/v1/customers/{id}", customerId);
  }

  public Response find(String parameter, String value) {
    return call().queryParam(parameter, value).get("/v1/customers");
  }

  public Response patch(String customerId, int version, String patch) {
    return call()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch("/v1/customers/{id}", customerId);
  }

  public Response merge(String survivor, String merged) {
    return call()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"survivor\":\"" + survivor + "\",\"merged\":\"" + merged + "\"}")
        .post("/v1/merges");
  }

  /** Merges, and answers the merge's id. */
  public String merged(String survivor, String merged) {
    return merge(survivor, merged).then().statusCode(202).extract().path("mergeId");
  }

  public Response undo(String mergeId) {
    return call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/v1/merges/{id}/undo", mergeId);
  }
}
