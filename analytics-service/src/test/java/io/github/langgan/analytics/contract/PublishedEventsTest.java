package io.github.langgan.analytics.contract;

import io.github.langgan.chassis.disclosure.AccessPreparedV1;
import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "analytics",
        Map.of(
            "access.prepared", AccessPreparedV1.class,
            "erasure.receipted", ErasureReceiptedV1.class,
            "lifecycle.changed", LifecycleChangedV1.class,
            "score.updated", ScoreUpdatedV1.class,
            "merge.applied", MergeAppliedV1.class,
            "merge.previewed", MergePreviewedV1.class,
            "merge.undone", MergeUndoneV1.class));
  }
}
