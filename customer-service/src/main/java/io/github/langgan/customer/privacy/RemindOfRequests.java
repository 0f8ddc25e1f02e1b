package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Says once that a request will be too late, and once that it is. */
abstract class RemindOfRequests implements DueWorkHandler {

  private static final Logger LOG = Logger.getLogger(RemindOfRequests.class);

  private final String kind;
  private final String action;
  private final Requests requests;
  private final Audit audit;

  RemindOfRequests(String kind, String action, Requests requests, Audit audit) {
    this.kind = kind;
    this.action = action;
    this.requests = requests;
    this.audit = audit;
  }

  /** A day before it is due. */
  @Singleton
  static class DueSoon extends RemindOfRequests {
    static final String KIND = "privacy-request-due-soon";

    DueSoon(Requests requests, Audit audit) {
      super(KIND, "privacy-request.due-soon", requests, audit);
    }
  }

  /** When it is due. */
  @Singleton
  static class Overdue extends RemindOfRequests {
    static final String KIND = "privacy-request-overdue";

    Overdue(Requests requests, Audit audit) {
      super(KIND, "privacy-request.overdue", requests, audit);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  /** One that ends at this moment takes its reminder off the list, or waits until it was made. */
  @Override
  public void run(List<DueItem> items) {
    for (DueItem item : items) {
      requests
          .find(UUID.fromString(item.subject()))
          .filter(request -> request.status().isOpen())
          .ifPresent(this::remind);
    }
  }

  private void remind(StoredRequest request) {
    audit.record(
        action, "privacy-request", request.id(), "", Map.of("dueAt", request.dueAt().toString()));
    LOG.warnf("%s: %s, due at %s", action, request.id(), request.dueAt());
  }
}
