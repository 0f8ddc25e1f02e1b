package io.github.langgan.stack.load.mapping;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.langgan.stack.launcher.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON text of a mapping.
 *
 * @param name a file, or the name of a mapping that comes with us
 */
public record MappingFile(String name, String text) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Throws {@link Refused} when there is neither such a file nor such a mapping of ours. */
  public static MappingFile find(String name) {
    Path file = Path.of(name);
    try (InputStream ours =
        MappingFile.class.getResourceAsStream("/load/%s.json".formatted(name))) {
      if (Files.isRegularFile(file)) {
        return new MappingFile(name, Files.readString(file));
      }
      byte[] bytes =
          Optional.ofNullable(ours)
              .orElseThrow(
                  () ->
                      new Refused(
                          "No file '%s', nor a mapping of ours; there is online-retail"
                              .formatted(name)))
              .readAllBytes();
      return new MappingFile(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refused("Can't read %s: %s".formatted(file, e.getMessage()));
    }
  }

  /** Throws {@link Refused} that says what is wrong in it. */
  public <M extends Mapping> M as(Class<M> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonMappingException wrong) {
      throw new Refused("%s%s: %s".formatted(name, place(wrong), reason(wrong)));
    } catch (IOException wrong) {
      throw new Refused("%s is no JSON: %s".formatted(name, wrong.getMessage()));
    }
  }

  private static String place(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .reduce("", (path, field) -> path + "/" + field);
  }

  private static @Nullable String reason(JsonMappingException wrong) {
    return wrong.getCause() instanceof IllegalArgumentException said
        ? said.getMessage()
        : wrong.getOriginalMessage();
  }
}
