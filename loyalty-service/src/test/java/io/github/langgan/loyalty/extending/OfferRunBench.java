package io.github.langgan.loyalty.extending;

import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.SchemaCheckedEvents;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.github.langgan.loyalty.testing.OfferApi;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a run over many consenting members costs (audience, consent, contact budget, control group,
 * offers, outbox), against the rows of the offers alone, written 500 at a time: run by name, {@code
 * -Dtest=OfferRunBench -Dtests.jit-level=4}.
 */
@QuarkusTest
class OfferRunBench extends LoyaltyTest {

  private static final int MEMBERS = Integer.getInteger("bench.members", 100_000);

  @Inject ManyMembers members;

  @BeforeEach
  void theServiceAlone() {
    System.setProperty(SchemaCheckedEvents.UNCHECKED, "true");
  }

  @AfterEach
  void checkedAgain() {
    System.clearProperty(SchemaCheckedEvents.UNCHECKED);
  }

  @Test
  void a_run_over_many_members() throws Exception {
    UUID program = Api.program();
    members.customers(program, MEMBERS);
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO consent_act (id, customer_id, kind, purpose, effective_at)
                  SELECT uuidv7(), customer_id, 'GRANTED', 'NEWSLETTER', now() - interval '1 day'
                    FROM membership WHERE program_id = :program
                  """)
              .bind("program", program)
              .execute();
          handle.execute("ANALYZE");
        });
    for (int round = 0; round < 3; round++) {
      double run = run(proposition(program));
      UUID bare = proposition(program);
      double rows = bare(program, bare);
      System.out.printf(
          "%,d members: run %.1f s (%,.0f/s), rows alone %.1f s (%,.0f/s), ratio %.2f%n",
          MEMBERS, run, MEMBERS / run, rows, MEMBERS / rows, rows / run);
    }
  }

  private static UUID proposition(UUID program) {
    return OfferApi.active(
        program,
        POINTS,
        "\"budget\":{\"offers\":1000000}",
        CONTACT.replace("\"needsConsent\":false", "\"needsConsent\":true"),
        "\"pilot\":{\"controlShare\":\"0.1\",\"windowDays\":28}");
  }

  private double run(UUID proposition) throws InterruptedException {
    long start = System.nanoTime();
    String operation = OfferApi.run(proposition);
    while (!Api.as("marketer").get(operation).jsonPath().getString("state").equals("SUCCEEDED")) {
      Thread.sleep(100);
      clock.advance(Duration.ofMillis(100));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int extended = OfferApi.read(proposition).jsonPath().getInt("budget.extended");
    assertThat(extended).isBetween((int) (MEMBERS * 0.89), (int) (MEMBERS * 0.91));
    return seconds;
  }

  private double bare(UUID program, UUID proposition) {
    UUID[] all =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT id FROM membership WHERE program_id = :program")
                    .bind("program", program)
                    .mapTo(UUID.class)
                    .list()
                    .toArray(UUID[]::new));
    long start = System.nanoTime();
    for (int from = 0; from < all.length; from += 500) {
      UUID[] some = Arrays.copyOfRange(all, from, Math.min(from + 500, all.length));
      jdbi.useTransaction(
          handle ->
              handle
                  .createUpdate(
                      """
                      INSERT INTO offer (id, proposition_id, membership_id, state, occurrence,
                                         extended_at, expires_at)
                      SELECT uuidv7(), :proposition, id, 'EXTENDED', 'RUN', now(),
                             now() + interval '14 days' FROM unnest(:ids::uuid[]) AS id
                      """)
                  .bind("proposition", proposition)
                  .bind("ids", some)
                  .execute());
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
