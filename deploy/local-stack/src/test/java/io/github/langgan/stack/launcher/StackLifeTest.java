package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Outcome;
import io.github.langgan.stack.postgres.PostgresServer;
import io.github.langgan.stack.process.StackProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLifeTest {

  private FakeCheckout checkout;
  private LocalStack stack;

  @BeforeEach
  void make(@TempDir Path root) {
    checkout = FakeCheckout.in(root);
    stack = new LocalStack(checkout.setup());
  }

  @AfterEach
  void end() {
    stack.processes().forEach(StackProcess::killHard);
  }

  @Test
  void up_after_a_kill_of_everything_finds_the_data_and_down_ends_it() throws SQLException {
    Outcome first = checkout.crm("up");
    assertThat(first.output()).contains("All healthy after").contains(stack.gatewayUrl());
    execute("CREATE TABLE kept AS SELECT 42 AS answer");

    stack.processes().forEach(StackProcess::killHard);
    Outcome second = checkout.crm("up");

    assertThat(second.exitCode()).isZero();
    assertThat(stack.processes()).allMatch(StackProcess::healthy);
    assertThat(answer()).isEqualTo(42);

    Outcome down = checkout.crm("down");
    Outcome again = checkout.crm("down");

    assertThat(down.lastLine()).startsWith("Stopped.");
    assertThat(stack.processes()).noneMatch(StackProcess::running);
    assertThat(again).isEqualTo(new Outcome(0, "Nothing runs.\n"));
    assertThat(checkout.crm("reset", "--yes").exitCode()).isZero();
    assertThat(checkout.root().resolve(".crm/data")).doesNotExist();
    assertThat(Files.exists(checkout.root().resolve(".crm/programs"))).isTrue();
  }

  @Test
  void up_refuses_a_port_that_has_not_nine_more_above_it() {
    Outcome up = checkout.crm("up", "--port", "65530");

    assertThat(up).isEqualTo(new Outcome(1, "'65530' is no port with nine more above it\n"));
  }

  @Test
  void a_blank_home_is_none_so_that_nothing_else_is_deleted() {
    Outcome reset = checkout.crm(Map.of("CRM_HOME", ""), "reset", "--yes");

    assertThat(reset.lastLine())
        .isEqualTo("Deleted the data in " + checkout.root().resolve(".crm") + ".");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        stack.setup().postgres().jdbcUrl("customer"), "customer", PostgresServer.PASSWORD);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int answer() throws SQLException {
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
