package io.github.langgan.stack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases of a server. */
public record Databases(PostgresServer server) {

  /** Makes the database anew and empty, whoever is connected to the old one. */
  public void recreate(String name, String owner) {
    administer(
        statement -> {
          statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quoted(name)));
          statement.execute("CREATE DATABASE %s OWNER %s".formatted(quoted(name), quoted(owner)));
        });
  }

  /** A role that may log in and nothing else. Kept when there. */
  public void ensureOwner(String name, String password) {
    administer(
        statement -> {
          if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            statement.execute(
                "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(quoted(name), password));
          }
        });
  }

  /** A role and its database of the same name, which no other role may enter. Kept when there. */
  public void ensureOwned(String name, String password) {
    ensureOwner(name, password);
    administer(
        statement -> {
          if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(quoted(name)));
          }
          statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(quoted(name)));
        });
  }

  private static boolean exists(Statement statement, String question, String name)
      throws SQLException {
    try (PreparedStatement prepared = statement.getConnection().prepareStatement(question)) {
      prepared.setString(1, name);
      try (ResultSet rows = prepared.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void administer(Work work) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private interface Work {
    void with(Statement statement) throws SQLException;
  }
}
