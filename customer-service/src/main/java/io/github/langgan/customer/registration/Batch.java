package io.github.langgan.customer.registration;

import io.github.langgan.chassis.json.Item;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.customer.registration.RegistrationResult.AlreadyRegistered;
import io.github.langgan.customer.registration.RegistrationResult.IdentifierTaken;
import io.github.langgan.customer.registration.RegistrationResult.Registered;
import io.github.langgan.customer.representation.BodyReader;
import io.github.langgan.customer.representation.IdentifierProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The items of one request: those that can be registered, and why the others can't. */
final class Batch {

  private sealed interface Entry {
    record Good(int registration) implements Entry {}

    record Bad(Problem problem) implements Entry {}
  }

  private final BodyReader reader;
  private final boolean keyed;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Registration> registrations = new ArrayList<>();

  Batch(BodyReader reader, boolean keyed) {
    this.reader = reader;
    this.keyed = keyed;
  }

  void add(Item<RegisterCustomer> item) {
    entries.add(
        switch (item) {
          case Item.Read<RegisterCustomer> read -> entry(read.value());
          case Item.Refused<RegisterCustomer> refused -> new Entry.Bad(refused.problem());
        });
  }

  List<Registration> registrations() {
    return registrations;
  }

  BatchResult result(List<RegistrationResult> results, Locale language) {
    List<ItemResult> items = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      int index = items.size();
      items.add(
          switch (entry) {
            case Entry.Good(int place) -> result(index, results.get(place), language);
            case Entry.Bad(Problem problem) -> refused(index, problem, language);
          });
    }
    return BatchResult.of(items);
  }

  private Entry entry(RegisterCustomer request) {
    try {
      Registration registration = request.toRegistration(reader);
      if (!keyed && !registration.hasNaturalKey()) {
        return new Entry.Bad(RegisterCustomer.noNaturalKey());
      }
      registrations.add(registration);
      return new Entry.Good(registrations.size() - 1);
    } catch (Problem problem) {
      return new Entry.Bad(problem);
    }
  }

  private static ItemResult result(int index, RegistrationResult result, Locale language) {
    return switch (result) {
      case Registered(var customer, var position) ->
          ItemResult.registered(index, customer, position);
      case AlreadyRegistered(var id, int version) -> ItemResult.duplicate(index, id, version);
      case IdentifierTaken(var identifier, var holder) ->
          refused(index, IdentifierProblem.taken(identifier, holder), language);
    };
  }

  private static ItemResult refused(int index, Problem problem, Locale language) {
    return ItemResult.rejected(index, ProblemBody.ofItem(problem, language));
  }
}
