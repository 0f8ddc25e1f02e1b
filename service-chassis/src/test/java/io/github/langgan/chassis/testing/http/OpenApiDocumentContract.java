package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.langgan.chassis.http.LongBody;
import io.quarkus.runtime.configuration.MemorySize;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The stored OpenAPI document is the one that the service serves, and says enough. Extend it with
 * {@code @QuarkusTest}; {@code -Dlanggan.update-contracts=true} stores the served document.
 */
public abstract class OpenApiDocumentContract {

  /** Where the service keeps the document. */
  protected Path file() {
    return Path.of("src/main/resources", ApiDocument.NAME);
  }

  @Test
  void the_stored_document_is_current() throws IOException {
    var served = CanonicalYaml.of(live());
    if (Boolean.getBoolean("langgan.update-contracts")) {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), served);
    }
    if (!Files.exists(file())) {
      fail(file() + " is missing; run this test with -Dlanggan.update-contracts=true");
    }
    assertThat(Files.readString(file()))
        .as("stale: run this test with -Dlanggan.update-contracts=true and look at the difference")
        .isEqualTo(served);
  }

  @Test
  void every_operation_has_an_id_a_tag_scopes_and_examples() {
    var ids = new HashSet<String>();
    for (var operation : served().operations()) {
      assertThat(operation.id()).as("operationId of %s", operation).isNotBlank();
      assertThat(ids.add(operation.id())).as("%s is unique", operation.id()).isTrue();
      assertThat(operation.node().path("tags")).as("tags of %s", operation).isNotEmpty();
      assertThat(operation.node().path("security")).as("security of %s", operation).isNotEmpty();
      if (operation.jsonMediaType().isPresent()) {
        assertThat(operation.bodyExample().isObject())
            .as("contracts/examples/%s.request.json", operation.id())
            .isTrue();
      }
    }
  }

  @Test
  void every_parameter_says_its_type() {
    for (var operation : served().operations()) {
      for (var in : new String[] {"path", "query", "header"}) {
        for (var parameter : operation.parameters(in)) {
          var schema = operation.document().resolve(parameter.path("schema"));
          assertThat(schema.path("type").isMissingNode())
              .as("%s of %s: @Schema(type = …)", parameter.path("name").asText(), operation)
              .isFalse();
        }
      }
    }
  }

  @Test
  void every_good_answer_but_empty_ones_is_described() {
    for (var operation : served().operations()) {
      for (var response : operation.node().path("responses").properties()) {
        var status = response.getKey();
        if (status.equals("200") || status.equals("201")) {
          assertThat(response.getValue().path("content"))
              .as("%s of %s: @APIResponseSchema, and @Produces on the class", status, operation)
              .isNotEmpty();
        }
      }
    }
  }

  @Test
  void lines_may_be_as_long_as_a_body_may_be() {
    var limits =
        Stream.of(BadBodies.LIMIT, LongBody.LIMIT)
            .map(name -> ConfigProvider.getConfig().getValue(name, MemorySize.class).asLongValue())
            .toList();
    for (var operation : served().operations()) {
      var lines = operation.content().path("application/x-ndjson");
      if (!lines.isMissingNode()) {
        assertThat(operation.document().resolve(lines.path("schema")).path("maxLength").asLong())
            .as("longest body of %s", operation)
            .isIn(limits);
      }
    }
  }

  private static ApiDocument served() {
    return ApiDocument.of(live());
  }

  private static String live() {
    return RestAssured.given().accept("application/yaml").get("/q/openapi").asString();
  }
}
