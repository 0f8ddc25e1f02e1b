package io.github.langgan.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AuditTest {

  @Inject Audit audit;
  @Inject AuditChain chain;
  @Inject Jdbi jdbi;

  @ConfigProperty(name = "langgan.service")
  String service;

  @BeforeEach
  @AfterEach
  void anEmptyTrail() {
    tamper("TRUNCATE audit_entry, audit_unsealed, audit_seal");
  }

  @Test
  void committed_entries_are_chained_and_the_chain_verifies() {
    for (int i = 0; i < 5; i++) {
      record("note.written", "n" + i);
    }
    sealed(5);
    var verification = chain.verify();
    assertThat(verification.intact()).isTrue();
    assertThat(verification.verified()).isEqualTo(5);
    assertThat(verification.head()).hasSize(64);
  }

  @Test
  void an_entry_needs_the_business_transaction_and_goes_with_it() {
    assertThatThrownBy(() -> audit.record("a", "b", "c", "", Map.of()))
        .hasMessageContaining("Transaction is required");
    QuarkusTransaction.begin();
    audit.record("note.written", "note", "n", "", Map.of());
    QuarkusTransaction.rollback();
    assertThat(count("audit_entry")).isZero();
  }

  @Test
  void an_entry_that_commits_late_is_sealed_after_those_that_overtook_it() {
    QuarkusTransaction.begin();
    audit.record("late", "note", "n", "", Map.of());
    record("early", "n"); // in a transaction of its own
    sealed(1);
    QuarkusTransaction.commit();
    sealed(2);
    assertThat(chain.verify().intact()).isTrue();
    List<String> order =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "SELECT action FROM audit_seal s JOIN audit_entry e ON e.id = entry_id"
                            + " ORDER BY sequence")
                    .mapTo(String.class)
                    .list());
    assertThat(order).containsExactly("early", "late");
  }

  @Test
  void the_trail_refuses_to_be_changed() {
    record("note.written", "n");
    sealed(1);
    for (var sql :
        new String[] {
          "UPDATE audit_entry SET reason = 'x'", "DELETE FROM audit_seal", "TRUNCATE audit_seal"
        }) {
      assertThatThrownBy(() -> jdbi.useHandle(h -> h.execute(sql)))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void tampering_behind_the_trigger_is_found_where_it_happened() {
    for (int i = 0; i < 5; i++) {
      record("note.written", "n" + i);
    }
    sealed(5);
    tamper("UPDATE audit_entry SET subject_id = 'other' WHERE subject_id = 'n2'");
    assertThat(chain.verify().brokenAt()).isEqualTo(3);
    tamper("UPDATE audit_entry SET subject_id = 'n2' WHERE subject_id = 'other'");
    assertThat(chain.verify().intact()).isTrue();

    tamper("UPDATE audit_seal SET hash = sha256('x') WHERE sequence = 4");
    assertThat(chain.verify().brokenAt()).isEqualTo(4);
  }

  @Test
  void a_removed_entry_a_removed_seal_and_a_smuggled_entry_are_found() {
    for (int i = 0; i < 3; i++) {
      record("note.written", "n" + i);
    }
    sealed(3);
    tamper("DELETE FROM audit_entry WHERE subject_id = 'n1'");
    assertThat(chain.verify().brokenAt()).isEqualTo(2);
    tamper("DELETE FROM audit_seal WHERE sequence = 2");
    assertThat(chain.verify().brokenAt()).isEqualTo(2);
    tamper("DELETE FROM audit_seal WHERE sequence > 1");
    assertThat(chain.verify().fault()).contains("neither sealed nor waiting");
  }

  @Test
  void operators_verify_over_http_under_the_services_own_name_only() {
    record("note.written", "n");
    sealed(1);
    var path = "/v1/operator/" + service + "/audit/verification";
    As.operator().get(path).then().statusCode(200);
    assertThat(As.operator().get(path).<Boolean>path("intact")).isTrue();
    assertThat(As.agent().get(path).statusCode()).isEqualTo(403);
    assertThat(As.operator().get("/v1/operator/other/audit/verification").statusCode())
        .isEqualTo(404);
  }

  private void record(String action, String subject) {
    QuarkusTransaction.requiringNew()
        .run(() -> audit.record(action, "note", subject, "test", Map.of("of", UUID.randomUUID())));
  }

  /** The sealer works by itself; seal() here only makes it sooner. */
  private void sealed(int expected) {
    await()
        .untilAsserted(
            () -> {
              chain.seal();
              assertThat(count("audit_seal")).isEqualTo(expected);
            });
  }

  private void tamper(String sql) {
    jdbi.useHandle(
        h -> {
          for (var table : new String[] {"audit_entry", "audit_seal"}) {
            h.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
          }
          h.execute(sql);
          for (var table : new String[] {"audit_entry", "audit_seal"}) {
            h.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
          }
        });
  }

  private long count(String table) {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }
}
