package io.github.langgan.stack.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks the issuer for tokens. Uses the JDK alone, as it runs on the services' test classpath. */
public record TokenClient(String issuerUrl) {

  private static final Pattern ACCESS_TOKEN =
      Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  /**
   * A bearer token.
   *
   * @param claims such as {@code partner} or {@code customer_id}; {@code client_id} names the
   *     client, {@code scope} narrows the role's scopes
   */
  public String token(String role, Map<String, String> claims) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", claims.getOrDefault("partner", role));
    form.putAll(claims);
    form.put("grant_type", "client_credentials");
    form.put("client_secret", "local");
    form.put("role", role);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuerUrl + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher token = ACCESS_TOKEN.matcher(answer);
      if (!token.find()) {
        throw new IllegalArgumentException("no token for " + role + ": " + answer);
      }
      return token.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for a token", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
