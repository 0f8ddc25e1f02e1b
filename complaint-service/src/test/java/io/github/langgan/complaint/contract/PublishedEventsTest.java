package io.github.langgan.complaint.contract;

import static java.util.Map.entry;

import io.github.langgan.chassis.disclosure.AccessPreparedV1;
import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "complaint",
        Map.ofEntries(
            entry("access.prepared", AccessPreparedV1.class),
            entry("erasure.receipted", ErasureReceiptedV1.class),
            entry("case.acknowledged", CaseAcknowledgedV1.class),
            entry("case.closed", CaseClosedV1.class),
            entry("case.opened", CaseOpenedV1.class),
            entry("case.resolved", CaseResolvedV1.class),
            entry("clock.breached", ClockBreachedV1.class),
            entry("compensation.promised", CompensationPromisedV1.class),
            entry("merge.applied", MergeAppliedV1.class),
            entry("merge.previewed", MergePreviewedV1.class),
            entry("merge.undone", MergeUndoneV1.class)));
  }
}
