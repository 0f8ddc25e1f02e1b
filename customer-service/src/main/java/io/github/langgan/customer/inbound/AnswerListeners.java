package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.customer.merging.MergeAnswers;
import io.github.langgan.customer.privacy.PackageParts;
import io.github.langgan.customer.privacy.Receipts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One listener for each of the other services. */
@Singleton
class AnswerListeners {

  private final MergeAnswers answers;
  private final Receipts receipts;
  private final PackageParts packageParts;

  AnswerListeners(MergeAnswers answers, Receipts receipts, PackageParts packageParts) {
    this.answers = answers;
    this.receipts = receipts;
    this.packageParts = packageParts;
  }

  @Produces
  @Singleton
  TopicListener profile() {
    return new AnswerListener("profile", answers, receipts, packageParts);
  }

  @Produces
  @Singleton
  TopicListener loyalty() {
    return new AnswerListener("loyalty", answers, receipts, packageParts);
  }

  @Produces
  @Singleton
  TopicListener complaint() {
    return new AnswerListener("complaint", answers, receipts, packageParts);
  }

  @Produces
  @Singleton
  TopicListener analytics() {
    return new AnswerListener("analytics", answers, receipts, packageParts);
  }
}
