package io.github.langgan.stack.testing;

import io.github.langgan.stack.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases that tests make and forget. */
record ScratchDatabases(PostgresServer server, String owner) {

  /** Makes the database anew and empty, whoever is connected to the old one. */
  void recreate(String name) {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), PostgresServer.SUPERUSER, PostgresServer.PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quoted(name)));
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(quoted(name), quoted(owner)));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
