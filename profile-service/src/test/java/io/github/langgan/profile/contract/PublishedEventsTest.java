package io.github.langgan.profile.contract;

import io.github.langgan.chassis.disclosure.AccessPreparedV1;
import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "profile",
        Map.of(
            "access.prepared", AccessPreparedV1.class,
            "erasure.receipted", ErasureReceiptedV1.class,
            "interaction.recorded", InteractionRecordedV1.class,
            "merge.applied", MergeAppliedV1.class,
            "merge.previewed", MergePreviewedV1.class,
            "merge.undone", MergeUndoneV1.class,
            "transaction.attributed", TransactionAttributedV1.class,
            "transaction.recorded", TransactionRecordedV1.class));
  }
}
