package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.complaint.model.CaseEvent;
import java.util.List;

/** What happened to a case, in the words that others know. */
public final class Published {

  private Published() {}

  public static List<PublishedEvent> from(List<CaseEvent> events) {
    return events.stream().map(Published::from).toList();
  }

  private static PublishedEvent from(CaseEvent event) {
    return switch (event) {
      case CaseEvent.Opened opened -> CaseOpenedV1.from(opened.opened());
      case CaseEvent.Acknowledged acknowledged -> CaseAcknowledgedV1.from(acknowledged);
      case CaseEvent.Resolved resolved -> CaseResolvedV1.from(resolved);
      case CaseEvent.Closed closed -> CaseClosedV1.from(closed);
      case CaseEvent.ClockBreached breached -> ClockBreachedV1.from(breached);
      case CaseEvent.CompensationPromised promised -> CompensationPromisedV1.from(promised);
    };
  }
}
