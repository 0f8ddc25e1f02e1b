package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "complaint",
        Map.of(
            "erasure.receipted", ErasureReceiptedV1.class,
            "case.acknowledged", CaseAcknowledgedV1.class,
            "case.closed", CaseClosedV1.class,
            "case.opened", CaseOpenedV1.class,
            "case.resolved", CaseResolvedV1.class,
            "clock.breached", ClockBreachedV1.class,
            "compensation.promised", CompensationPromisedV1.class,
            "merge.applied", MergeAppliedV1.class,
            "merge.previewed", MergePreviewedV1.class,
            "merge.undone", MergeUndoneV1.class));
  }
}
