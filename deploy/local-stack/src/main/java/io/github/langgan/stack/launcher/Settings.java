package io.github.langgan.stack.launcher;

import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where the stack listens: as it was last started, else CRM_PORT, else .crm/config, else 8080. */
record Settings(Path home, Properties config, Properties running) {

  private static final String DEFAULT_PORT = "8080";
  private static final int LAST_FIRST_PORT = 65_500;

  static Settings in(Path home) {
    return new Settings(home, read(home.resolve("config")), read(runningFile(home)));
  }

  int port() {
    return port(
        either("port")
            .or(() -> Optional.ofNullable(System.getenv("CRM_PORT")))
            .or(() -> Optional.ofNullable(config.getProperty("port")))
            .orElse(DEFAULT_PORT));
  }

  String host() {
    return either("host")
        .or(() -> Optional.ofNullable(config.getProperty("host")))
        .orElse(StackSetup.LOOPBACK);
  }

  /** From now on every command finds the stack there, until it is stopped. */
  static void remember(StackSetup setup) {
    WholeFile.write(
        runningFile(setup.home()),
        "port=%d\nhost=%s\n".formatted(setup.ports().first(), setup.host()));
  }

  static void forget(Path home) {
    try {
      Files.deleteIfExists(runningFile(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> either(String name) {
    return Optional.ofNullable(running.getProperty(name));
  }

  private static int port(String text) {
    try {
      return checked(Integer.parseInt(text.strip()));
    } catch (NumberFormatException noNumber) {
      throw new Refused("'%s' is no port".formatted(text));
    }
  }

  /** Throws {@link Refused} unless it is a port with nine more above it. */
  static int checked(int port) {
    if (port < 1 || port > LAST_FIRST_PORT) {
      throw new Refused("'%d' is no port with nine more above it".formatted(port));
    }
    return port;
  }

  private static Path runningFile(Path home) {
    return home.resolve("run/address");
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties;
  }
}
