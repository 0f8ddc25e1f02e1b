package io.github.langgan.benchmarks.lookup;

import io.github.langgan.benchmarks.importing.People.Person;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The API, through the gateway, over one connection. */
record HttpAsk(HttpClient http, String base, String token) {

  static HttpAsk of(String base, String token) {
    return new HttpAsk(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, token);
  }

  /** Throws when the person is not among those answered. */
  void ask(String parameter, String value, Person wanted) throws IOException, InterruptedException {
    if (!answer(query(parameter, value)).contains('"' + wanted.number() + '"')) {
      throw new IllegalStateException(value + " was not found");
    }
  }

  /** Throws when nobody is answered. */
  void ask(String parameter, String value) throws IOException, InterruptedException {
    if (!answer(query(parameter, value)).contains("\"customerId\"")) {
      throw new IllegalStateException(value + " was not found");
    }
  }

  /** By the number that the partner gave. */
  void askIdentifier(Person wanted) throws IOException, InterruptedException {
    String query = query("identifierSource", "bench") + query("identifierValue", wanted.number());
    if (!answer(query).contains('"' + wanted.number() + '"')) {
      throw new IllegalStateException(wanted.number() + " was not found");
    }
  }

  private static String query(String parameter, String value) {
    return "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String answer(String query) throws IOException, InterruptedException {
    URI uri = URI.create(base + "/v1/customers?limit=20" + query);
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(uri + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }
}
