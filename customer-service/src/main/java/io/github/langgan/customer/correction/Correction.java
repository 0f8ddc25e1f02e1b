package io.github.langgan.customer.correction;

import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param wanted the whole, as it should be
 * @param happenedOn when the customer's life changed so; null when it was only put right
 * @param saidAnew the source says all of it again that a customer knows of itself, also what it was
 *     before: everything but identifiers and notes is of this version then
 */
public record Correction(
    Particulars wanted, Source source, @Nullable LocalDate happenedOn, boolean saidAnew) {

  /** Of what changes; everything else stays as old as it was. */
  public Correction(Particulars wanted, Source source, @Nullable LocalDate happenedOn) {
    this(wanted, source, happenedOn, false);
  }

  public Correction(Particulars wanted, Source source) {
    this(wanted, source, null);
  }

  /** By somebody who was shown all of it. */
  public static Correction saidAnew(Particulars wanted, Source source) {
    return new Correction(wanted, source, null, true);
  }
}
