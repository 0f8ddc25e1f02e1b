package io.github.langgan.chassis.partitioning;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Keeps the partitions of the months to come ready, three ahead, looking once a day. */
@Singleton
class MonthlyPartitions implements RecurringWork {

  private final Jdbi jdbi;

  MonthlyPartitions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String kind() {
    return "monthly-partitions";
  }

  @Override
  public Next run(String payload) {
    jdbi.useHandle(handle -> handle.execute("SELECT make_monthly_partitions(current_date, 4)"));
    return Next.after(Duration.ofDays(1));
  }
}
