package io.github.langgan.benchmarks.ingest;

import io.github.langgan.stack.postgres.PostgresServer;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A database of our own on the same server, with a service's very tables and indexes: made by its
 * own migrations. Nobody publishes what is written there.
 */
public record JdbcTables(PostgresServer server, Service service) {

  private static final String NAME = "ingest_benchmark";
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final List<String> MIGRATIONS =
      List.of(
          "service-chassis/src/main/resources/db/chassis",
          "%s-service/src/main/resources/db/migration");

  public void create() throws SQLException, IOException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + NAME);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String folder : MIGRATIONS) {
        for (Path script :
            scripts(StackModule.here().root().resolve(folder.formatted(service.id())))) {
          statement.execute(Files.readString(script));
        }
      }
    }
  }

  public Connection connect() throws SQLException {
    return connect(NAME);
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), PostgresServer.SUPERUSER, PostgresServer.PASSWORD);
  }

  /** In the order in which Flyway runs them: V10 comes after V2. */
  static List<Path> scripts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted(Comparator.comparing(JdbcTables::version))
          .toList();
    }
  }

  private static String version(Path script) {
    return NUMBER
        .matcher(script.getFileName().toString())
        .replaceAll(number -> "%9s".formatted(number.group()).replace(' ', '0'));
  }
}
