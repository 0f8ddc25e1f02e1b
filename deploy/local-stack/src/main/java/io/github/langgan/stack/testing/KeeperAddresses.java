package io.github.langgan.stack.testing;

import io.github.langgan.stack.postgres.PostgresServer;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where the shared test stack is found, and who keeps it. */
public record KeeperAddresses(
    ProcessIdentity keeper, int controlPort, int postgresPort, int kafkaPort, String issuerUrl) {

  public static final String USERNAME = "langgan";
  public static final String PASSWORD = PostgresServer.PASSWORD;

  static Path file(Path home) {
    return home.resolve("addresses.properties");
  }

  /** Empty when there is no file, or its keeper is gone. */
  static Optional<KeeperAddresses> ofLiving(Path home) {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file(home))) {
      read.load(reader);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KeeperAddresses addresses =
        new KeeperAddresses(
            new ProcessIdentity(
                Long.parseLong(read.getProperty("keeper.pid")), read.getProperty("keeper.birth")),
            Integer.parseInt(read.getProperty("control.port")),
            Integer.parseInt(read.getProperty("postgres.port")),
            Integer.parseInt(read.getProperty("kafka.port")),
            read.getProperty("issuer.url"));
    return Optional.of(addresses).filter(found -> found.keeper().alive());
  }

  static void forget(Path home) {
    try {
      Files.deleteIfExists(file(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeTo(Path home) {
    WholeFile.write(
        file(home),
        """
        keeper.pid=%d
        keeper.birth=%s
        control.port=%d
        postgres.port=%d
        kafka.port=%d
        issuer.url=%s
        """
            .formatted(
                keeper.pid(), keeper.birth(), controlPort, postgresPort, kafkaPort, issuerUrl));
  }
}
