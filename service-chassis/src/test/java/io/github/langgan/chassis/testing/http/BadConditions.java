package io.github.langgan.chassis.testing.http;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes without the header that makes them safe. */
interface BadConditions extends Attacker {

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("io.github.langgan.chassis.testing.http.BadInputContract#keyedOperations")
  default void a_call_without_an_idempotency_key_is_refused(ApiOperation operation) {
    var answer = call(operation).without("Idempotency-Key").send();
    Refusal.check(operation, "no key", answer, "idempotency-key-missing");
    for (var key : List.of("two words", "x".repeat(256), "k\u00e9y")) {
      var call = call(operation).header("Idempotency-Key", key);
      var refused = call.sendRaw(call.target());
      Refusal.check(operation, "key " + key, refused, "invalid-parameter");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("io.github.langgan.chassis.testing.http.BadInputContract#conditionalOperations")
  default void a_change_without_the_version_that_it_changes_is_refused(ApiOperation operation) {
    var answer = call(operation).without("If-Match").send();
    Refusal.check(operation, "no If-Match", answer, "precondition-required");
    var refused = call(operation).header("If-Match", "abc").send();
    Refusal.check(operation, "If-Match abc", refused, "invalid-parameter");
    var stale = call(operation).header("If-Match", "\"987654321\"").send();
    Refusal.check(operation, "stale If-Match", stale, "stale-version", "not-found");
  }
}
