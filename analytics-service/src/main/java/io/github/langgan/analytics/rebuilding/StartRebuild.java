package io.github.langgan.analytics.rebuilding;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.operation.Operations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Leaves word that the summaries are to be made anew. */
@Singleton
class StartRebuild {

  private final Operations operations;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  StartRebuild(Operations operations, DueWork dueWork, Audit audit, Clock clock) {
    this.operations = operations;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  UUID start() {
    UUID operation = operations.start("rebuild-summaries");
    dueWork.schedule(RunRebuild.KIND, operation.toString(), clock.instant(), "");
    audit.record("summaries.rebuild-started", "operation", operation, "", Map.of());
    return operation;
  }
}
