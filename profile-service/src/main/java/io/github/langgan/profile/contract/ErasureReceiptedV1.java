package io.github.langgan.profile.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our part of an erasure is done.
 *
 * @param erased how many of what
 * @param retained what the law demands that we keep, without the person
 */
public record ErasureReceiptedV1(
    UUID requestId,
    UUID customerId,
    Instant erasedAt,
    Map<String, Long> erased,
    List<RetainedV1> retained)
    implements PublishedEvent {

  /**
   * @param legalReason the law and its article
   * @param until the last day; null when the reason has no end
   */
  public record RetainedV1(
      String what, long count, String legalReason, @Nullable LocalDate until) {}

  @Override
  public String type() {
    return "erasure.receipted";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
