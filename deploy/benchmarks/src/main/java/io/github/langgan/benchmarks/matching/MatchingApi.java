package io.github.langgan.benchmarks.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.benchmarks.importing.People.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The API, through the gateway, over one connection. Throws for every answer but a good one. */
record MatchingApi(HttpClient http, URI base, String token) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration POLL = Duration.ofMillis(100);

  static MatchingApi of(String base, String token) {
    return new MatchingApi(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        URI.create(base),
        token);
  }

  /**
   * @param pairs that are taken to be of one person
   */
  record Run(double seconds, long comparedPairs, long pairs) {}

  /** Learns and compares all, and puts what comes of it in force. */
  Run run() throws IOException, InterruptedException {
    String operation =
        post("/v1/matching/runs", "{}").headers().firstValue("Location").orElseThrow();
    String path = "/v1/matching/runs" + operation.substring(operation.lastIndexOf('/'));
    JsonNode run = get(path);
    while (!run.hasNonNull("endedAt")) {
      Thread.sleep(POLL);
      run = get(path);
    }
    JsonNode found = run.path("result");
    if (!found.path("learnt").asBoolean()) {
      throw new IllegalStateException("nothing learnt: " + run);
    }
    Duration took =
        Duration.between(
            Instant.parse(run.path("requestedAt").asText()),
            Instant.parse(run.path("endedAt").asText()));
    return new Run(
        took.toMillis() / 1e3, found.path("comparedPairs").asLong(), found.path("same").asLong());
  }

  String register(Person person) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("kind", "PERSON");
    body.putObject("name").put("full", person.name());
    if (person.born() != null) {
      body.put("birthDate", person.born().toString());
    }
    var contacts = body.putArray("contacts");
    contacts.addObject().put("type", "EMAIL").put("value", person.email());
    contacts.addObject().put("type", "PHONE").put("value", person.phone());
    if (!person.street().isEmpty()) {
      ObjectNode address =
          contacts.addObject().put("type", "POSTAL").putObject("address").put("country", "ID");
      address.put("locality", person.town()).put("postalCode", person.postalCode());
      address.putArray("lines").add(person.street());
    }
    body.putArray("identifiers").addObject().put("source", "bench").put("value", person.number());
    return read(post("/v1/customers", body.toString())).path("customerId").asText();
  }

  /** Whom it may be, as soon as it is compared: asked again and again without a pause. */
  JsonNode awaitMatches(String customer) throws IOException, InterruptedException {
    JsonNode matches = get("/v1/customers/" + customer + "/matches");
    while (matches.path("pending").asBoolean(true)) {
      matches = get("/v1/customers/" + customer + "/matches");
    }
    return matches.path("items");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return read(answer(request(path)));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s: %d %s".formatted(response.uri(), response.statusCode(), response.body()));
    }
    return response;
  }

  private static JsonNode read(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }
}
