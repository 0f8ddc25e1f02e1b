package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.customer.model.CustomerKind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rules that hold. */
@Singleton
class InactivityRules {

  private static final String PUT =
      """
      INSERT INTO inactivity_rule (code, period, periods, kind, partner, stated_by, stated_at)
      VALUES (:code, :period, :periods, :kind, :partner, :by, :at)
      ON CONFLICT (code) DO UPDATE
         SET period = excluded.period, periods = excluded.periods, kind = excluded.kind,
             partner = excluded.partner, stated_by = excluded.stated_by,
             stated_at = excluded.stated_at
      """;

  private final Jdbi jdbi;

  InactivityRules(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Row(
      String code,
      String period,
      int periods,
      @Nullable CustomerKind kind,
      @Nullable String partner) {

    InactivityRule toRule() {
      return new InactivityRule(code, Period.parse(period), periods, kind, partner);
    }
  }

  List<InactivityRule> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT code, period, periods, kind, partner FROM inactivity_rule ORDER BY code")
                .mapTo(Row.class)
                .stream()
                .map(Row::toRule)
                .toList());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void put(InactivityRule rule, String by, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(PUT)
                .bind("code", rule.code())
                .bind("period", rule.period().toString())
                .bind("periods", rule.periods())
                .bind("kind", rule.kind())
                .bind("partner", rule.partner())
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** False when there is none. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean remove(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("DELETE FROM inactivity_rule WHERE code = :code")
                    .bind("code", code)
                    .execute()
                == 1);
  }
}
