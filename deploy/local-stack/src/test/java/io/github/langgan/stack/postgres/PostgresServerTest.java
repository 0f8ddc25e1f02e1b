package io.github.langgan.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.process.StackProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerTest {

  private PostgresServer server;
  private StackProcess process;

  @BeforeAll
  void start(@TempDir Path home) {
    server =
        new PostgresServer(
            StackModule.here(),
            home.resolve("data"),
            FreePorts.find(1).getFirst(),
            List.of("loyalty", "complaint"));
    process = new StackProcess(home, server.spec());
    process.start();
  }

  @AfterAll
  void stop() {
    process.stop();
  }

  @Test
  void data_outlive_a_stop() throws SQLException {
    execute("CREATE TABLE before_stop AS SELECT 42 AS answer");

    assertThat(process.stop()).isTrue();
    process.start();

    assertThat(number("SELECT answer FROM before_stop")).isEqualTo(42);
  }

  @Test
  void committed_data_outlive_a_kill_and_the_next_start_works() throws SQLException {
    execute("CREATE TABLE before_kill AS SELECT 43 AS answer");
    try (Connection open = connect()) {
      open.createStatement().execute("SELECT 1");
      process.killHard();
      process.start();
    }

    assertThat(number("SELECT answer FROM before_kill")).isEqualTo(43);
  }

  @Test
  void a_role_enters_its_own_database_and_no_other() throws SQLException {
    try (Connection own =
        DriverManager.getConnection(
            server.jdbcUrl("loyalty"), "loyalty", PostgresServer.PASSWORD)) {
      own.createStatement().execute("CREATE TABLE mine ()");
    }
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    server.jdbcUrl("complaint"), "loyalty", PostgresServer.PASSWORD))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> DriverManager.getConnection(server.jdbcUrl("loyalty"), "loyalty", "guess"))
        .hasMessageContaining("authentication failed");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl("postgres"), PostgresServer.SUPERUSER, PostgresServer.PASSWORD);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int number(String question) throws SQLException {
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
