package io.github.langgan.customer.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is said of a customer while it is being erased. */
@Singleton
public class ErasureUnderWay {

  private final String url;
  private final String username;
  private final String password;

  ErasureUnderWay(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String username,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.url = url;
    this.username = username;
    this.password = password;
  }

  /** The call begins before the erasure is committed, and can't end before. */
  public Response of(String customer, Supplier<Response> call) throws Exception {
    try (Connection erasure = DriverManager.getConnection(url, username, password)) {
      erasure.setAutoCommit(false);
      try (Statement statement = erasure.createStatement()) {
        statement.execute("DELETE FROM customer WHERE id = '%s'".formatted(customer));
      }
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(call);
      await().until(() -> isWaitedFor(erasure));
      erasure.commit();
      return answer.get();
    }
  }

  private static boolean isWaitedFor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                """
                SELECT FROM pg_stat_activity
                 WHERE datname = current_database() AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
                """)) {
      return waiting.next();
    }
  }
}
