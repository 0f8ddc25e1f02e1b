package io.github.langgan.analytics.rebuilding;

import io.github.langgan.analytics.facts.RebuildSummaries;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Makes the summaries anew, once for all who asked. */
@Singleton
class RunRebuild implements DueWorkHandler {

  static final String KIND = "rebuild-summaries";

  private final RebuildSummaries rebuild;
  private final Operations operations;

  RunRebuild(RebuildSummaries rebuild, Operations operations) {
    this.rebuild = rebuild;
    this.operations = operations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    rebuild.rebuild();
    items.forEach(item -> operations.finish(UUID.fromString(item.subject()), null));
  }
}
