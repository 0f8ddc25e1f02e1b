package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-formed bodies with fields that are missing, unknown, or hold what they must not. */
interface BadFields extends Attacker {

  String SINGLE = "io.github.langgan.chassis.testing.http.BadInputContract#singleBodies";
  String BULK = "io.github.langgan.chassis.testing.http.BadInputContract#bulkBodies";

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(SINGLE)
  default void an_unknown_or_privileged_field_is_refused(ApiOperation operation) {
    BodyFields.of(operation)
        .objects()
        .forEach(
            place -> {
              for (var field :
                  new String[] {"balance", "version", "partner", "id", "role", "naem"}) {
                if (!place.schema().path("properties").has(field)) {
                  var body = place.with(field, "1");
                  Refusal.checkAt(
                      operation,
                      "field " + place.pointer() + "/" + field,
                      call(operation).body(body).send(),
                      place.pointer() + "/" + field,
                      "unknown-field");
                }
              }
            });
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(SINGLE)
  default void a_missing_field_is_refused(ApiOperation operation) {
    BodyFields.of(operation)
        .objects()
        .forEach(
            place ->
                place
                    .schema()
                    .path("required")
                    .forEach(
                        name -> {
                          var pointer = place.pointer() + "/" + name.asText();
                          for (var body :
                              new JsonNode[] {
                                place.without(name.asText()), place.with(name.asText(), "null")
                              }) {
                            var answer = call(operation).body(body).send();
                            Refusal.checkAt(
                                operation, pointer + " missing", answer, pointer, "validation");
                          }
                        }));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(SINGLE)
  default void a_value_of_another_type_or_out_of_bounds_is_refused(ApiOperation operation) {
    BodyFields.of(operation)
        .values()
        .forEach(
            place ->
                BadValues.of(place.schema())
                    .forEach(
                        (fault, value) -> {
                          var answer = call(operation).body(place.replaced(value)).send();
                          Refusal.check(
                              operation,
                              place.pointer() + " " + fault,
                              answer,
                              BadValues.slugs(fault));
                        }));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(BULK)
  default void a_bulk_request_with_a_broken_envelope_is_refused(ApiOperation operation) {
    var unknown = ((ObjectNode) operation.bodyExample().deepCopy()).put("partner", "x");
    Refusal.check(
        operation, "unknown field", call(operation).body(unknown).send(), "unknown-field");
    for (var body : new String[] {"{}", "[]", "{\"items\":{}}", "{\"items\":null}", "1", "null"}) {
      Refusal.check(operation, body, call(operation).body(body).send(), "validation", "malformed");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(BULK)
  default void a_bad_item_is_refused_alone(ApiOperation operation) {
    var bad =
        new String[] {"{\"naem\":1}", "7", "\"\\ud800\"", "{\"a\":1,\"a\":2}", "{\"a\":1e400}"};
    var body = "{\"items\":[" + String.join(",", bad) + "]}";
    // a key would be stored, with the answer
    var answer = call(operation).without("Idempotency-Key").body(body).send();
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.json().path("items"))
        .hasSize(bad.length)
        .allMatch(item -> item.at("/problem/type").asText().startsWith("/problems/"));
  }
}
