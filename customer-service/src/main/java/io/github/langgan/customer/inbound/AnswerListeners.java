package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.customer.merging.MergeAnswers;
import io.github.langgan.customer.model.Activities;
import io.github.langgan.customer.model.Stages;
import io.github.langgan.customer.privacy.PackageParts;
import io.github.langgan.customer.privacy.Receipts;
import io.github.langgan.customer.webhook.intake.TakeEvents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One listener for each of the services: for what it answers, and for what is told onwards. */
@Singleton
class AnswerListeners {

  private final MergeAnswers answers;
  private final Receipts receipts;
  private final PackageParts packageParts;
  private final Activities activities;
  private final TakeEvents onwards;
  private final Stages stages;

  AnswerListeners(
      MergeAnswers answers,
      Receipts receipts,
      PackageParts packageParts,
      Activities activities,
      TakeEvents onwards,
      Stages stages) {
    this.answers = answers;
    this.receipts = receipts;
    this.packageParts = packageParts;
    this.activities = activities;
    this.onwards = onwards;
    this.stages = stages;
  }

  /** What we published ourselves. */
  @Produces
  @Singleton
  TopicListener own() {
    return new OnwardListener("customer", onwards);
  }

  @Produces
  @Singleton
  TopicListener profile() {
    return listener("profile");
  }

  @Produces
  @Singleton
  TopicListener loyalty() {
    return listener("loyalty");
  }

  @Produces
  @Singleton
  TopicListener complaint() {
    return listener("complaint");
  }

  @Produces
  @Singleton
  TopicListener analytics() {
    return new SharedTopic(
        new AnswerListener("analytics", answers, receipts, packageParts),
        new LifecycleListener(stages),
        new OnwardListener("analytics", onwards));
  }

  private TopicListener listener(String service) {
    return new SharedTopic(
        new AnswerListener(service, answers, receipts, packageParts),
        new ActivityListener(service, activities),
        new OnwardListener(service, onwards));
  }
}
