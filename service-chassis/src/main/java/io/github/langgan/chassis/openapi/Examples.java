package io.github.langgan.chassis.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Examples that services keep as files: {@code contracts/examples/<operationId>.request.json} and
 * {@code .response.json}, and with {@code .ndjson} or {@code .csv} where lines or rows are taken or
 * answered.
 */
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> ENDINGS =
      Map.of("application/x-ndjson", ".ndjson", "text/csv", ".csv");

  private Examples() {}

  static void embed(DescribedOperation described) {
    var id = described.operation().getOperationId();
    if (described.hasBody()) {
      embed(described.operation().getRequestBody().getContent(), id + ".request");
    }
    described
        .operation()
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")) {
                embed(response.getContent(), id + ".response");
              }
            });
  }

  private static void embed(@Nullable Content content, String name) {
    if (content == null) {
      return;
    }
    content
        .getMediaTypes()
        .forEach(
            (type, media) -> {
              if (ENDINGS.containsKey(type)) {
                with(name + ENDINGS.get(type), media, MediaType::setExample);
              } else if (media.getExample() == null && media.getExamples() == null) {
                with(name + ".json", media, (m, text) -> m.setExample(parse(name, text)));
              }
            });
  }

  private static void with(String name, MediaType media, BiConsumer<MediaType, String> consumer) {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var file = loader.getResourceAsStream("contracts/examples/" + name)) {
      if (file != null) {
        consumer.accept(media, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object parse(String name, String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException("example " + name, e);
    }
  }
}
