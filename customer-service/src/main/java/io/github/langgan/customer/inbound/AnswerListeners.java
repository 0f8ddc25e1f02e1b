package io.github.langgan.customer.inbound;

import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.customer.merging.MergeAnswers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One listener for each of the other services. */
@Singleton
class AnswerListeners {

  private final MergeAnswers answers;

  AnswerListeners(MergeAnswers answers) {
    this.answers = answers;
  }

  @Produces
  @Singleton
  TopicListener profile() {
    return new AnswerListener("profile", answers);
  }

  @Produces
  @Singleton
  TopicListener loyalty() {
    return new AnswerListener("loyalty", answers);
  }

  @Produces
  @Singleton
  TopicListener complaint() {
    return new AnswerListener("complaint", answers);
  }

  @Produces
  @Singleton
  TopicListener analytics() {
    return new AnswerListener("analytics", answers);
  }
}
