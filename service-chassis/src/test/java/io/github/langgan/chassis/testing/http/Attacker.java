package io.github.langgan.chassis.testing.http;

import io.github.langgan.stack.issuer.Roles;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What the parts of {@link BadInputContract} need of the service under attack. */
public interface Attacker {

  Map<String, Set<String>> SCOPES_BY_ROLE = Roles.load().scopesByRole();

  /** For counting rows. */
  Jdbi jdbi();

  /** Called before each attack: write, once, what {@link #pathValues} is to find. */
  default void prepare() {}

  /**
   * Values for the path of an operation. Override where an operation must find something before it
   * looks at the body, such as a {@code PATCH}.
   */
  default Map<String, String> pathValues(ApiOperation operation) {
    var values = new HashMap<String, String>();
    operation
        .parameters("path")
        .forEach(p -> values.put(p.path("name").asText(), UUID.randomUUID().toString()));
    return values;
  }

  /** A token that lets the operation pass: of the first role that has one of its scopes. */
  default String token(ApiOperation operation) {
    var scopes = operation.scopes();
    var role =
        SCOPES_BY_ROLE.entrySet().stream()
            .filter(
                entry -> scopes.isEmpty() || entry.getValue().stream().anyMatch(scopes::contains))
            .map(Map.Entry::getKey)
            .sorted(java.util.Comparator.comparing(Attacker::isOutsider))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no role has a scope of " + operation));
    return token(role, Map.of());
  }

  /** With the claim that the role needs. */
  static String token(String role, Map<String, String> claims) {
    var all = new HashMap<>(claims);
    if (role.equals("partner")) {
      all.putIfAbsent("partner", "acme");
    }
    if (role.equals("customer")) {
      all.putIfAbsent("customer_id", "01900000-0000-7000-8000-00000000beef");
    }
    return Tokens.of(role, all);
  }

  private static boolean isOutsider(String role) {
    return Set.of("partner", "customer").contains(role);
  }

  /** What an operation asks for that is open to callers without an access token. */
  default Map<String, String> headers(ApiOperation operation) {
    return Map.of();
  }

  default Call call(ApiOperation operation) {
    var call = new Call(operation, pathValues(operation), token(operation));
    headers(operation).forEach(call::header);
    return call;
  }
}
