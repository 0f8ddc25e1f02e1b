package io.github.langgan.analytics.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer is in another stage of its life with the company.
 *
 * @param formerStage null for one that had bought nothing before
 * @param since by the rule of the stage: the purchase that led there, or when silence grew too long
 * @param asOf when it was worked out
 */
public record LifecycleChangedV1(
    UUID customerId, String stage, @Nullable String formerStage, Instant since, Instant asOf)
    implements PublishedEvent {

  @Override
  public String type() {
    return "lifecycle.changed";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
