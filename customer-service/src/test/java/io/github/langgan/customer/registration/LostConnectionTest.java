package io.github.langgan.customer.registration;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The database goes away in the middle of a registration. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LostConnectionTest {

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String username;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void half_a_registration_is_none_and_may_be_repeated() throws Exception {
    String contested = unique();
    Body siti = known("Siti").identifier("zz", contested).phone("+628123456789");
    CompletableFuture<Response> call;
    try (Connection rival = connection()) {
      rival.setAutoCommit(false);
      claim(rival, contested);
      call = CompletableFuture.supplyAsync(() -> ACME.register(siti));
      await().until(() -> terminateWhoWaits(rival));
    }
    Response answer = call.get();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotNull();
    ACME.register(siti).then().statusCode(201);
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** Holds the identifier in a transaction that will never commit. */
  private static void claim(Connection rival, String value) throws SQLException {
    try (Statement statement = rival.createStatement()) {
      statement.execute(
          """
          WITH c AS (
            INSERT INTO customer (id, kind, full_name, version, form, received_at, registered_by,
                                  registered_at, changed_at)
            VALUES (gen_random_uuid(), 'PERSON', 'Rival', 1, 'WEB', now(), 'test', now(), now())
            RETURNING id)
          INSERT INTO customer_identifier (customer_id, position, source, value, since_version)
          SELECT id, 0, 'zz', '%s', 1 FROM c"""
              .formatted(value));
    }
  }

  private static boolean terminateWhoWaits(Connection rival) throws SQLException {
    try (Statement statement = rival.createStatement();
        ResultSet ended =
            statement.executeQuery(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
                """)) {
      return ended.next() && ended.getBoolean(1);
    }
  }
}
