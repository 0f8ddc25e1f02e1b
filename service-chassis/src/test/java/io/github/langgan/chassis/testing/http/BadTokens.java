package io.github.langgan.chassis.testing.http;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that nobody may believe. */
interface BadTokens extends Attacker {

  String PAST = Long.toString(Instant.now().minusSeconds(86_400).getEpochSecond());

  String OPERATIONS = "io.github.langgan.chassis.testing.http.BadInputContract#protectedOperations";

  @ParameterizedTest
  @MethodSource(OPERATIONS)
  default void a_call_without_a_token_is_refused(ApiOperation operation) {
    var answer = call(operation).without("Authorization").send();
    Refusal.check(operation, "no token", answer, "unauthorized");
  }

  @ParameterizedTest
  @MethodSource(OPERATIONS)
  default void a_forged_token_is_refused(ApiOperation operation) {
    ForgedTokens.someOf(token(operation))
        .forEach((forgery, token) -> refused(operation, forgery, token));
  }

  @ParameterizedTest
  @MethodSource(OPERATIONS)
  default void an_expired_or_misdirected_token_is_refused(ApiOperation operation) {
    for (var claim :
        Map.of("exp", PAST, "aud", "another", "iss", "https://issuer.example.com").entrySet()) {
      var token = Attacker.token("agent", Map.of(claim.getKey(), claim.getValue()));
      refused(operation, "wrong " + claim.getKey(), token);
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.langgan.chassis.testing.http.BadInputContract#scopedOperations")
  default void a_token_without_the_scope_is_refused(ApiOperation operation) {
    SCOPES_BY_ROLE.forEach(
        (role, scopes) -> {
          if (scopes.stream().noneMatch(operation.scopes()::contains)) {
            var answer =
                call(operation)
                    .header("Authorization", "Bearer " + Attacker.token(role, Map.of()))
                    .send();
            Refusal.check(operation, "as " + role, answer, "forbidden");
          }
        });
  }

  private void refused(ApiOperation operation, String forgery, String token) {
    var answer = call(operation).header("Authorization", "Bearer " + token).send();
    Refusal.check(operation, forgery, answer, "unauthorized");
  }
}
