package io.github.langgan.chassis.partitioning;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Keeps the partitions of the months to come ready, three ahead, looking once a day. */
@Singleton
class MonthlyPartitions implements DueWorkHandler {

  private static final String KIND = "monthly-partitions";

  private final Jdbi jdbi;
  private final DueWork dueWork;
  private final Clock clock;

  MonthlyPartitions(Jdbi jdbi, DueWork dueWork, Clock clock) {
    this.jdbi = jdbi;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    QuarkusTransaction.requiringNew().run(() -> dueWork.schedule(KIND, "all", clock.instant(), ""));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    jdbi.useHandle(handle -> handle.execute("SELECT make_monthly_partitions(current_date, 4)"));
    dueWork.schedule(KIND, "all", clock.instant().plus(Duration.ofDays(1)), "");
  }
}
