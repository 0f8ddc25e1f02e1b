package io.github.langgan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;

class SharedTestStackTest {

  private final SharedTestStack stack = SharedTestStack.join();

  @Test
  void joining_twice_gives_the_same_stack() {
    SharedTestStack again = SharedTestStack.join();

    assertThat(again.bootstrapServers()).isEqualTo(stack.bootstrapServers());
    assertThat(again.jdbcUrl("any")).isEqualTo(stack.jdbcUrl("any"));
  }

  @Test
  void a_database_made_again_is_empty_though_someone_is_connected() throws SQLException {
    stack.createDatabase("made_twice");
    try (Connection before = connect("made_twice")) {
      before.createStatement().execute("CREATE TABLE left_over ()");
      stack.createDatabase("made_twice");
    }

    try (Connection after = connect("made_twice")) {
      assertThat(text(after, "SELECT count(*) FROM pg_tables WHERE tablename = 'left_over'"))
          .isEqualTo("0");
    }
  }

  @Test
  void postgresql_is_18_and_durable() throws SQLException {
    stack.createDatabase("settings");
    try (Connection connection = connect("settings")) {
      assertThat(text(connection, "SHOW server_version")).startsWith("18");
      assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
      assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(text(connection, "SHOW max_connections")).isEqualTo("300");
    }
  }

  @Test
  void the_owner_of_a_database_may_make_the_extensions_that_services_use() throws SQLException {
    stack.createDatabase("extensions");
    try (Connection connection = connect("extensions");
        Statement statement = connection.createStatement()) {
      for (String name : List.of("pg_trgm", "unaccent", "fuzzystrmatch", "btree_gist")) {
        statement.execute("CREATE EXTENSION " + name);
      }

      assertThat(text(connection, "SELECT unaccent('Sitī')")).isEqualTo("Siti");
      assertThat(text(connection, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
          .isEqualTo("f");
    }
  }

  @Test
  void topics_are_made_once_under_a_prefix_with_twelve_partitions() throws Exception {
    stack.createTopics("once.");
    stack.createTopics("once.");

    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()))) {
      Map<String, TopicDescription> topics =
          admin
              .describeTopics(
                  List.of(
                      "once.crm.customer",
                      "once.crm.profile",
                      "once.crm.loyalty",
                      "once.crm.complaint",
                      "once.crm.analytics"))
              .allTopicNames()
              .get();
      assertThat(topics.values())
          .hasSize(5)
          .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
    }
  }

  @Test
  void a_token_names_issuer_audience_role_scopes_and_partner() throws ParseException {
    JWTClaimsSet claims = claims(stack.token("partner", Map.of("partner", "acme")));

    assertThat(claims.getIssuer()).isEqualTo(stack.issuerUrl());
    assertThat(claims.getAudience()).containsExactly("langgan");
    assertThat(claims.getSubject()).isEqualTo("acme");
    assertThat(claims.getStringClaim("azp")).isEqualTo("acme");
    assertThat(claims.getStringListClaim("groups")).containsExactly("partner");
    assertThat(claims.getStringClaim("partner")).isEqualTo("acme");
    assertThat(claims.getStringClaim("scope").split(" "))
        .contains("transactions:write", "customers:read")
        .doesNotContain("loyalty:admin");
  }

  @Test
  void a_token_may_have_fewer_scopes_than_its_role_but_not_more() throws ParseException {
    JWTClaimsSet narrow = claims(stack.token("agent", Map.of("scope", "cases:read")));

    assertThat(narrow.getStringClaim("scope")).isEqualTo("cases:read");
    assertThatThrownBy(() -> stack.token("agent", Map.of("scope", "privacy:admin")))
        .hasMessageContaining("invalid_scope");
  }

  @Test
  void a_role_that_nobody_knows_or_that_lacks_its_claim_gets_no_token() {
    assertThatThrownBy(() -> stack.token("emperor", Map.of())).hasMessageContaining("emperor");
    assertThatThrownBy(() -> stack.token("partner", Map.of())).hasMessageContaining("partner");
    assertThatThrownBy(() -> stack.token("customer", Map.of())).hasMessageContaining("customer_id");
  }

  @Test
  void expiry_and_audience_can_be_chosen_to_test_refusals() throws ParseException {
    JWTClaimsSet claims = claims(stack.token("agent", Map.of("exp", "1000", "aud", "others")));

    assertThat(claims.getExpirationTime()).hasTime(1_000_000);
    assertThat(Set.copyOf(claims.getAudience())).containsExactly("others");
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(stack.jdbcUrl(database), stack.username(), stack.password());
  }

  private static String text(Connection connection, String question) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }
}
