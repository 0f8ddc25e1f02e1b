package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.CompanyCalendar;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.model.network.Being;
import io.github.langgan.customer.model.network.Period;
import io.github.langgan.customer.model.network.Relationship;
import io.github.langgan.customer.model.network.RelationshipType;
import io.github.langgan.customer.model.network.Relationships.Related;
import io.github.langgan.customer.network.NetworkRights;
import io.github.langgan.customer.network.relationship.Ends.End;
import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a body into a relationship, or into one problem that names all that is wrong. In a
 * transaction, until whose end the customers that it names are there.
 */
@Singleton
class RelationshipReader {

  private static final String USUAL_FORM = "API";

  private final Ends ends;
  private final BodyReader reader;
  private final NetworkRights rights;
  private final CompanyCalendar calendar;
  private final Clock clock;

  RelationshipReader(
      Ends ends, BodyReader reader, NetworkRights rights, CompanyCalendar calendar, Clock clock) {
    this.ends = ends;
    this.reader = reader;
    this.rights = rights;
    this.calendar = calendar;
    this.clock = clock;
  }

  Related read(RelationshipBody body) {
    Source source = reader.source(body.source(), USUAL_FORM);
    List<FieldError> errors = new ArrayList<>();
    RelationshipType type = Objects.requireNonNull(body.type());
    Optional<End> from = ends.read("/from", body.from(), errors);
    Optional<End> to = ends.read("/to", body.to(), errors);
    from.filter(end -> !type.mayStartAt(end.kind()))
        .ifPresent(end -> errors.add(wrongKind("/from", type)));
    to.filter(end -> !type.mayEndAt(end.kind()))
        .ifPresent(end -> errors.add(wrongKind("/to", type)));
    if (from.isPresent() && from.map(End::being).equals(to.map(End::being))) {
      errors.add(new FieldError("/to", "same", "must be somebody else"));
    }
    Optional<Period> period = period(body, errors);
    LocalDate confirmedOn =
        confirmedOn(body.confirmedOn(), calendar.dayOf(source.receivedAt()), errors);
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION).withErrors(errors);
    }
    Being start = from.orElseThrow().being();
    Being end = to.orElseThrow().being();
    Relationship.Stated stated =
        new Relationship.Stated(
            type,
            from.orElseThrow().node(),
            to.orElseThrow().node(),
            period.orElseThrow(),
            body.strength());
    boolean swapped = !stated.from().equals(from.orElseThrow().node());
    return new Related(
        Relationship.established(
            UuidV7.next(), stated, confirmedOn, source, rights.registrant(), clock.instant()),
        swapped ? end : start,
        swapped ? start : end);
  }

  /** That day, which has begun for the company. */
  LocalDate confirmedOn(@Nullable LocalDate stated, LocalDate otherwise, List<FieldError> errors) {
    if (stated != null && stated.isAfter(calendar.today())) {
      errors.add(new FieldError("/confirmedOn", "future", "must not lie in the future"));
    }
    return stated == null ? otherwise : stated;
  }

  private static Optional<Period> period(RelationshipBody body, List<FieldError> errors) {
    try {
      return Optional.of(new Period(body.validFrom(), body.validUntil()));
    } catch (InvalidValue invalid) {
      errors.add(new FieldError("/" + invalid.field(), invalid.code(), invalid.explanation()));
      return Optional.empty();
    }
  }

  private static FieldError wrongKind(String pointer, RelationshipType type) {
    return new FieldError(pointer, "kind", "is of a kind that " + type + " does not join");
  }
}
