package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.CompanyCalendar;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.PostalAddress;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.AddressBody;
import io.github.langgan.customer.representation.BodyErrors;
import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns bodies into events, or into one problem that names all that is wrong. */
@Singleton
class LifeEventReader {

  private final BodyReader reader;
  private final CompanyCalendar calendar;

  LifeEventReader(BodyReader reader, CompanyCalendar calendar) {
    this.reader = reader;
    this.calendar = calendar;
  }

  ReportedEvent move(MoveBody body) {
    Source source = reader.source(body.source(), "MOVE");
    BodyErrors errors = new BodyErrors();
    Optional<PostalAddress> to =
        errors.readIfSaid("/address", body.address(), AddressBody::toAddress);
    Optional<PostalAddress> from = errors.readIfSaid("/from", body.from(), AddressBody::toAddress);
    Optional<LocalDate> on = errors.read("", () -> past("movedOn", body.movedOn(), source));
    errors.refuse();
    return new ReportedEvent(
        new Move(to.orElseThrow(), from.orElse(null)), on.orElseThrow(), source);
  }

  ReportedEvent jobChange(JobChangeBody body) {
    Source source = reader.source(body.source(), "JOB_CHANGE");
    BodyErrors errors = new BodyErrors();
    Optional<Occupation> occupation =
        errors.readIfSaid("/occupation", body.occupation(), Occupation::new);
    List<Contact> lost =
        errors.readAll("/contactsNoLongerValid", body.contactsNoLongerValid(), reader::contact);
    List<Contact> gained = errors.readAll("/contacts", body.contacts(), reader::contact);
    Optional<LocalDate> on = errors.read("", () -> past("changedOn", body.changedOn(), source));
    errors.refuse();
    return new ReportedEvent(
        new JobChange(occupation.orElse(null), lost, gained), on.orElseThrow(), source);
  }

  DeathReport death(DeathBody body) {
    Source source = reader.source(body.source(), "DEATH");
    LocalDate diedOn = body.diedOn();
    if (diedOn == null) {
      return new DeathReport(null, source.receivedAt(), source);
    }
    if (diedOn.isAfter(calendar.today())) {
      throw Problem.invalid("/diedOn", "future", "must not lie in the future");
    }
    return new DeathReport(diedOn, calendar.startOf(diedOn), source);
  }

  private LocalDate past(String field, @Nullable LocalDate day, Source source) {
    if (day != null && day.isAfter(calendar.today())) {
      throw new InvalidValue(field, "future", "must not lie in the future");
    }
    return day == null ? calendar.dayOf(source.receivedAt()) : day;
  }
}
