package io.github.langgan.loyalty.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleSet;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OldDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that were set up before terms had versions promise what they promised. */
@QuarkusTest
class TermsOfBeforeTest extends LoyaltyTest {

  private static final String PROGRAMS =
      """
      INSERT INTO program (id, name, currency, zone, validity_months, validity_days, rounding,
                           earns_from, card_prefix, created_at)
      VALUES (md5('1')::uuid, 'Months', 'GBP', 'UTC', 24, NULL, 'HALF_UP', 'ALWAYS', '700001', now()),
             (md5('2')::uuid, 'Days', 'GBP', 'UTC', NULL, 90, 'DOWN', 'ALWAYS', '700002', now()),
             (md5('3')::uuid, 'Ever', 'GBP', 'UTC', NULL, NULL, 'DOWN', 'ALWAYS', '700003', now());
      INSERT INTO earning_rule (program_id, version, per, expression, active_from)
      SELECT id, 1, 'LINE', 'line.amount * ' || 2, '2026-01-05T03:00:00Z' FROM program;
      """;

  @Inject OldDatabase old;

  @Test
  void they_begin_with_their_rule_their_rounding_and_their_validity() {
    old.migrate("5", PROGRAMS);

    old.use(
        handle -> {
          List<Terms> terms =
              handle
                  .createQuery(
                      """
                      SELECT program_id, t.version, active_from, promised::text AS promised
                        FROM terms t JOIN program p ON p.id = t.program_id ORDER BY p.card_prefix
                      """)
                  .mapTo(TermsRow.class)
                  .map(TermsRow::terms)
                  .list();
          RuleSet rules = RuleSet.of(EarningRule.only(Per.LINE, "line.amount * 2"));
          Instant since = Instant.parse("2026-01-05T03:00:00Z");
          assertThat(terms)
              .containsExactly(
                  new Terms(
                      1,
                      since,
                      Rounding.HALF_UP,
                      Expiry.rolling(Period.ofMonths(24)),
                      0,
                      null,
                      List.of(),
                      rules),
                  new Terms(
                      1,
                      since,
                      Rounding.DOWN,
                      Expiry.rolling(Period.ofDays(90)),
                      0,
                      null,
                      List.of(),
                      rules),
                  new Terms(1, since, Rounding.DOWN, null, 0, null, List.of(), rules));
        });
  }
}
