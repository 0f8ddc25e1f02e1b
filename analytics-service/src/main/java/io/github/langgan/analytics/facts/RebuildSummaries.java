package io.github.langgan.analytics.facts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Makes every summary anew from the facts. Events wait meanwhile; readers see the old rows. */
@Singleton
public class RebuildSummaries {

  private static final List<String> STEPS =
      List.of(
          "LOCK TABLE transaction_fact, case_fact IN SHARE ROW EXCLUSIVE MODE",
          "DELETE FROM customer_money",
          "DELETE FROM customer_activity",
          "DELETE FROM daily_total",
          SummarySql.ALL_ACTIVITY,
          SummarySql.ALL_MONEY,
          SummarySql.DAILY_TOTALS);

  private final Jdbi jdbi;

  RebuildSummaries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Transactional
  public void rebuild() {
    jdbi.useHandle(handle -> STEPS.forEach(handle::execute));
  }
}
