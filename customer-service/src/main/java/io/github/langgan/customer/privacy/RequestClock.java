package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.duework.DueWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * The time that a request may take: 3×24 hours from when it was received (UU 27/2022, articles 32,
 * 34, 40 and 41).
 */
@Singleton
class RequestClock {

  static final Duration ALLOWED = Duration.ofHours(72);
  static final Duration NOTICE = Duration.ofHours(24);

  private final DueWork dueWork;

  RequestClock(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  static Instant dueAt(Instant receivedAt) {
    return receivedAt.plus(ALLOWED);
  }

  void start(UUID id, Instant dueAt) {
    dueWork.schedule(RemindOfRequests.DueSoon.KIND, id.toString(), dueAt.minus(NOTICE), "");
    dueWork.schedule(RemindOfRequests.Overdue.KIND, id.toString(), dueAt, "");
  }

  void stop(Collection<UUID> ids) {
    var subjects = ids.stream().map(UUID::toString).toList();
    dueWork.cancel(RemindOfRequests.DueSoon.KIND, subjects);
    dueWork.cancel(RemindOfRequests.Overdue.KIND, subjects);
  }
}
