package io.github.langgan.loyalty.merging;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.MergeConflictV1;
import io.github.langgan.loyalty.contract.MergeEffectsV1.MembershipEffect;
import java.util.ArrayList;
import java.util.List;

/** What is to be told of a merge that is undone. */
record Undone(
    List<PublishedEvent> events, List<MembershipEffect> effects, List<MergeConflictV1> conflicts) {

  Undone() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
