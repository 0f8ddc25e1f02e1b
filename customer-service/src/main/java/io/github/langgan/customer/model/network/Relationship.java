package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one node of the network is to another, in the words of one who brought it.
 *
 * @param stated what was said when it was established
 * @param period in which it holds: as stated, or until it was ended
 * @param strength from 0 to 1, as stated last; null when nobody did
 * @param confirmedOn when somebody last said that it is so
 */
public record Relationship(
    UUID id,
    Stated stated,
    Period period,
    @Nullable BigDecimal strength,
    LocalDate confirmedOn,
    Source source,
    Registrant by,
    Instant recordedAt,
    @Nullable Ending ending) {

  public Relationship {
    strength = strength == null ? null : strength.stripTrailingZeros();
  }

  /** Of types without a direction the node with the lower id stands first. */
  public record Stated(
      RelationshipType type, Node from, Node to, Period period, @Nullable BigDecimal strength) {

    public Stated {
      strength = strength == null ? null : strength.stripTrailingZeros();
      if (type.isSymmetric() && from.id().toString().compareTo(to.id().toString()) > 0) {
        Node lower = to;
        to = from;
        from = lower;
      }
    }

    /** Whether it was said of the same beings, as both are known to be, in the same words. */
    boolean repeats(Stated other) {
      return type == other.type
          && period.equals(other.period)
          && Objects.equals(strength, other.strength);
    }
  }

  /** How it came to an end before its time. */
  public record Ending(String by, Instant at, @Nullable String reason) {}

  public static Relationship established(
      UUID id, Stated stated, LocalDate confirmedOn, Source source, Registrant by, Instant at) {
    return new Relationship(
        id, stated, stated.period, stated.strength, confirmedOn, source, by, at, null);
  }

  /** That somebody said on a day that it is still so, and maybe how strong. */
  public Relationship confirmed(LocalDate on, @Nullable BigDecimal strong) {
    return new Relationship(
        id, stated, period, strong == null ? strength : strong, on, source, by, recordedAt, ending);
  }

  public Relationship ended(LocalDate until, Ending how) {
    return new Relationship(
        id,
        stated,
        new Period(period.from(), until),
        strength,
        confirmedOn,
        source,
        by,
        recordedAt,
        how);
  }
}
