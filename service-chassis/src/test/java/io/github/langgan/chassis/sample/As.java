package io.github.langgan.chassis.sample;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Requests of callers in a role. */
public final class As {

  private As() {}

  public static RequestSpecification agent() {
    return role("agent", Map.of());
  }

  public static RequestSpecification operator() {
    return role("operator", Map.of());
  }

  public static RequestSpecification role(String role, Map<String, String> claims) {
    return given().auth().oauth2(token(role, claims));
  }

  public static String token(String role, Map<String, String> claims) {
    return Tokens.of(role, claims);
  }
}
