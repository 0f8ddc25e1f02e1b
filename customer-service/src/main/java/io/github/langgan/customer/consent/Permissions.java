package io.github.langgan.customer.consent;

import static java.util.stream.Collectors.toSet;

import io.github.langgan.customer.model.CompanyCalendar;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactType;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.consent.ConsentAct;
import io.github.langgan.customer.model.consent.ConsentActs;
import io.github.langgan.customer.model.consent.ContactChannel;
import io.github.langgan.customer.model.consent.ContactRules;
import io.github.langgan.customer.model.consent.Hindrance;
import io.github.langgan.customer.model.consent.Hindrances;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes;
import io.github.langgan.customer.model.consent.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Answers whether customers may be contacted, and why. */
@Singleton
class Permissions {

  private final Purposes purposes;
  private final ConsentActs acts;
  private final Hindrances hindrances;
  private final Clock clock;
  private final CompanyCalendar calendar;

  Permissions(
      Purposes purposes,
      ConsentActs acts,
      Hindrances hindrances,
      Clock clock,
      CompanyCalendar calendar) {
    this.purposes = purposes;
    this.acts = acts;
    this.hindrances = hindrances;
    this.clock = clock;
    this.calendar = calendar;
  }

  PermissionView one(Customer customer, Purpose purpose, ContactChannel channel, Moment moment) {
    return of(List.of(customer), purpose, channel, moment).getFirst();
  }

  List<PermissionView> of(
      Collection<Customer> customers, Purpose purpose, ContactChannel channel, Moment moment) {
    Question question = question(customers, moment);
    Map<UUID, List<ConsentAct>> said = said(customers, moment);
    return customers.stream()
        .map(
            customer ->
                question.answer(
                    customer, purpose, channel, said.getOrDefault(id(customer), List.of())))
        .toList();
  }

  ConsentsView all(Customer customer, Moment moment) {
    Question question = question(List.of(customer), moment);
    List<ConsentAct> said = said(List.of(customer), moment).getOrDefault(id(customer), List.of());
    return new ConsentsView(
        id(customer),
        question.at,
        purposes.all().stream()
            .flatMap(
                purpose ->
                    Arrays.stream(ContactChannel.values())
                        .map(channel -> question.answer(customer, purpose, channel, said)))
            .toList());
  }

  private Map<UUID, List<ConsentAct>> said(Collection<Customer> customers, Moment moment) {
    return acts.of(customers.stream().map(Permissions::id).toList(), moment.knownAt());
  }

  private Question question(Collection<Customer> customers, Moment moment) {
    Instant now = clock.instant();
    Instant at = moment.time(now, calendar);
    Instant known = moment.knownAt() == null ? now : moment.knownAt();
    List<UUID> ids = customers.stream().map(Permissions::id).toList();
    return new Question(at, hindrances.at(ids, at, known));
  }

  private static UUID id(Customer customer) {
    return customer.id().value();
  }

  private record Question(Instant at, Map<UUID, Hindrance> hindrances) {

    PermissionView answer(
        Customer customer, Purpose purpose, ContactChannel channel, List<ConsentAct> said) {
      Verdict verdict =
          ContactRules.judge(purpose, channel, at, said, hindrances.get(id(customer)));
      ConsentAct act = verdict.act();
      return new PermissionView(
          id(customer),
          purpose.code(),
          purpose.lawfulBasis(),
          channel,
          at,
          verdict.permitted(),
          verdict.reason(),
          isReachable(customer, channel),
          act == null ? null : act.id(),
          act == null ? null : act.effectiveAt(),
          act == null ? null : act.expiresAt());
    }

    private static boolean isReachable(Customer customer, ContactChannel channel) {
      Set<ContactType> there =
          customer.particulars().contacts().stream().map(Contact::type).collect(toSet());
      return channel.contact().map(there::contains).orElse(true);
    }
  }
}
