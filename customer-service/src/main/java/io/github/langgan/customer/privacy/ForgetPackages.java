package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes what was gathered for a request a month after somebody could fetch it. */
@Singleton
class ForgetPackages implements DueWorkHandler {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final String KIND = "forget-privacy-package";

  private final PackageParts parts;
  private final DueWork dueWork;

  ForgetPackages(PackageParts parts, DueWork dueWork) {
    this.parts = parts;
    this.dueWork = dueWork;
  }

  /** From when the request is due: it may be complete earlier, and not much later. */
  void schedule(UUID requestId, Instant dueAt) {
    dueWork.schedule(KIND, requestId.toString(), dueAt.plus(KEPT), "");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    parts.forgetOf(items.stream().map(item -> UUID.fromString(item.subject())).toList());
  }
}
