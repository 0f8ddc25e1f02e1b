package io.github.langgan.customer.privacy;

import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.ErasureUnderWay;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No foreign key holds contacts, identifiers and name words to their customer. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PartsOfErasedTest {

  @Inject Jdbi jdbi;
  @Inject ErasureUnderWay erasure;

  private String siti;

  @BeforeEach
  void somebody_is_there() {
    siti = ACME.registered(Body.known("Siti Rahma").phone("+628123456789"));
  }

  @Test
  void they_go_with_it() {
    assertThat(parts(siti)).isEqualTo(4);

    jdbi.useHandle(h -> h.execute("DELETE FROM customer WHERE id = ?", UUID.fromString(siti)));

    assertThat(parts(siti)).isZero();
  }

  @Test
  void a_correction_meanwhile_leaves_none() throws Exception {
    erasure
        .of(siti, () -> ACME.patch(siti, 1, "{\"name\":{\"full\":\"Siti Budiarti\"}}"))
        .then()
        .statusCode(404);

    assertThat(parts(siti)).isZero();
  }

  @Test
  void a_merge_meanwhile_leaves_none() throws Exception {
    String other = ACME.registered(Body.known("Siti Rahmah"));

    erasure.of(siti, () -> AGENT.merge(siti, other)).then().statusCode(422);
    assertThat(parts(siti)).isZero();
    assertThat(parts(other)).isEqualTo(3);
  }

  private long parts(String customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT count(*) FROM customer_contact WHERE customer_id = :id)
                           + (SELECT count(*) FROM customer_identifier WHERE customer_id = :id)
                           + (SELECT count(*) FROM customer_name_word WHERE customer_id = :id)
                    """)
                .bind("id", UUID.fromString(customer))
                .mapTo(Long.class)
                .one());
  }
}
