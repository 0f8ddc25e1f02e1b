package io.github.langgan.chassis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The event contracts that each service publishes, read from its own folder of the checkout. */
public final class PublishedContracts {

  private PublishedContracts() {}

  /** JSON; fails when the publisher states no such event. */
  public static byte[] example(String service, String type, int version) {
    return read(events(service).resolve(type).resolve("v" + version + ".example.json"));
  }

  /** JSON Schema 2020-12 of an event of the module under test; fails when it states none. */
  public static byte[] ownSchema(String type, int version) {
    String name = "/contracts/events/%s/v%d.schema.json".formatted(type, version);
    try (InputStream schema = PublishedContracts.class.getResourceAsStream(name)) {
      if (schema == null) {
        throw new IllegalStateException("no such contract: " + name);
      }
      return schema.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types that the service says it publishes. */
  public static List<String> types(String service) {
    try (Stream<Path> folders = Files.list(events(service))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path events(String service) {
    // keys are told by every service alike
    String module = service.equals("keys") ? "service-chassis" : service + "-service";
    return root().resolve(module + "/src/main/resources/contracts/events");
  }

  private static Path root() {
    String root = System.getProperty("langgan.root");
    return root != null ? Path.of(root) : Path.of("").toAbsolutePath().getParent();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("no such contract: " + file, e);
    }
  }
}
