package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.correction.Correction;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Source;
import java.time.LocalDate;

/** An event in a customer's life, when it was, and who told us. */
record ReportedEvent(LifeEvent event, LocalDate happenedOn, Source source) {

  Correction correct(Particulars before) {
    return new Correction(event.applyTo(before), source, happenedOn);
  }
}
