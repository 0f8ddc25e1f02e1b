package io.github.langgan.chassis.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are no JSON that we read. */
interface BadBodies extends Attacker {

  String WITH_BODY = "io.github.langgan.chassis.testing.http.BadInputContract#operationsWithBody";
  String LIMIT = "langgan.http.max-body-size";

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(WITH_BODY)
  default void a_malformed_body_is_refused(ApiOperation operation) {
    Map<String, byte[]> bodies = malformed(operation.bodyExample().toString());
    if (operation.mayComeWithoutBody()) {
      bodies.remove("empty");
    }
    bodies.forEach(
        (fault, body) -> {
          var answer = call(operation).body(body).send();
          if (operation.isBulk()) {
            Refusal.check(operation, fault, answer, "malformed", "unknown-field");
          } else {
            Refusal.check(operation, fault, answer, "malformed");
          }
        });
  }

  private static Map<String, byte[]> malformed(String good) {
    var open = good.substring(0, good.length() - 1);
    var bodies = new LinkedHashMap<String, byte[]>();
    bodies.put("empty", new byte[0]);
    bodies.put("blank", bytes(" \n "));
    bodies.put("cut off", bytes(open));
    bodies.put("no JSON", bytes("name=value"));
    bodies.put("goes on after its end", bytes(good + "{}"));
    bodies.put("trailing comma", bytes(open + ",}"));
    bodies.put("comment", bytes("/* hi */" + good));
    bodies.put("single quotes", bytes("{'a':1}"));
    bodies.put("UTF-16", good.getBytes(UTF_16));
    bodies.put("invalid UTF-8", bytes("{\"a\":\"\u00c3\u0028\"}"));
    bodies.put("overlong UTF-8", bytes("{\"a\":\"\u00c0\u0080\"}"));
    bodies.put("surrogate in UTF-8", bytes("{\"a\":\"\u00ed\u00a0\u0080\"}"));
    bodies.put("lone surrogate", bytes("{\"a\":\"\\ud800\"}"));
    bodies.put("low surrogate first", bytes("{\"a\":\"\\udc00\\ud800\"}"));
    bodies.put("NUL", bytes("{\"a\":\"\\u0000\"}"));
    bodies.put("raw control character", bytes("{\"a\":\"\u0001\"}"));
    return bodies;
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(WITH_BODY)
  default void another_media_type_is_refused(ApiOperation operation) {
    for (var type : new String[] {"text/plain", "application/xml", "multipart/form-data", "x/y"}) {
      var answer = call(operation).header("Content-Type", type).send();
      Refusal.check(operation, type, answer, "unsupported-media-type");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(WITH_BODY)
  default void a_compressed_body_is_refused(ApiOperation operation) {
    for (var encoding : new String[] {"gzip", "br", "deflate", "x-unknown"}) {
      var answer =
          call(operation)
              .header("Content-Encoding", encoding)
              .body(gzip(operation.bodyExample().toString()))
              .send();
      Refusal.check(operation, encoding, answer, "unsupported-media-type");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource(WITH_BODY)
  default void a_body_over_the_limit_is_refused(ApiOperation operation) {
    var limit = ConfigProvider.getConfig().getValue(LIMIT, MemorySize.class).asLongValue();
    var body = operation.bodyExample() + " ".repeat((int) limit);
    Refusal.check(operation, "too large", call(operation).body(body).send(), "payload-too-large");
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
