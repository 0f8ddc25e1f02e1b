package io.github.langgan.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mapping that ships with {@code ./crm load}, for customers of a partner of the story's own.
 */
final class Mappings {

  private static final Path SHIPPED =
      CrmCommand.ROOT.resolve("deploy/local-stack/src/main/resources/load/online-retail.json");

  private Mappings() {}

  static Path onlineRetail(String source) {
    try {
      Path mapping = Files.createTempFile("mapping", ".json");
      return Files.writeString(
          mapping, Files.readString(SHIPPED).replace("\"online-retail\"", "\"" + source + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
