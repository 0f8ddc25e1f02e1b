package io.github.langgan.customer.registration.intake;

import io.github.langgan.customer.correction.CorrectCustomer;
import io.github.langgan.customer.correction.Correction;
import io.github.langgan.customer.correction.CorrectionResult;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.registration.RegisterCustomers;
import io.github.langgan.customer.registration.Registration;
import io.github.langgan.customer.registration.RegistrationResult;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings what a form says to the record of whoever it is, who may be new. */
@Singleton
class KeepOnRecord {

  private static final int MOST_TRIES = 10;

  private final Recognition recognition;
  private final Customers customers;
  private final RegisterCustomers register;
  private final CorrectCustomer correct;

  KeepOnRecord(
      Recognition recognition,
      Customers customers,
      RegisterCustomers register,
      CorrectCustomer correct) {
    this.recognition = recognition;
    this.customers = customers;
    this.register = register;
    this.correct = correct;
  }

  /** What came of it; after a refusal nothing may be committed. */
  sealed interface Kept {

    record On(UUID record, Outcome outcome, List<String> supplemented) implements Kept {}

    record Refused(IntakeResult why) implements Kept {}
  }

  /** Who was recognised, or registered the identifier first, may be gone when we come to it. */
  Kept keep(ReceivedForm form, Registrant by, Visibility visibility) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Kept> kept =
          recognition
              .recognise(form.said().identifiers())
              .map(known -> recognised(known, form, by, visibility))
              .orElseGet(() -> register(form, by, visibility));
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    throw new IllegalStateException("nobody has the identifier that is taken");
  }

  private Optional<Kept> register(ReceivedForm form, Registrant by, Visibility visibility) {
    Registration registration = new Registration(form.said(), form.source());
    return switch (register.register(List.of(registration), by, visibility).getFirst()) {
      case RegistrationResult.Registered(var customer, var position) ->
          Optional.of(new Kept.On(customer.id().value(), Outcome.REGISTERED, List.of()));
      case RegistrationResult.AlreadyRegistered(var id, int version) ->
          supplement(id.value(), form, by, visibility);
      case RegistrationResult.IdentifierTaken taken -> Optional.empty();
    };
  }

  private Optional<Kept> recognised(
      Recognition.Known known, ReceivedForm form, Registrant by, Visibility visibility) {
    CustomerId id = new CustomerId(known.record());
    Optional<Customer> seen =
        customers
            .find(id, visibility)
            .filter(customer -> customer.particulars().identifiers().contains(known.by()));
    if (seen.isEmpty()) {
      return Optional.of(refused(new IntakeResult.IdentifierTaken(known.by(), null)));
    }
    return seen.get().particulars().kind() == form.said().kind()
        ? supplement(known.record(), form, by, visibility)
        : Optional.of(refused(new IntakeResult.OtherKind(seen.get().id())));
  }

  /**
   * Of a customer whom the sender sees a part of only the whole is supplemented: nothing is taken
   * away, so it need not see the rest.
   */
  private Optional<Kept> supplement(
      UUID record, ReceivedForm form, Registrant by, Visibility visibility) {
    List<String> added = new ArrayList<>();
    CorrectionResult result =
        correct.correct(
            new CustomerId(record),
            new Visibility.Everyone(),
            by,
            current -> {
              Supplement supplement = Supplement.of(current.particulars(), form.said());
              added.addAll(supplement.pointers());
              return new Correction(supplement.whole(), form.source());
            });
    return switch (result) {
      case CorrectionResult.Corrected corrected ->
          Optional.of(new Kept.On(record, Outcome.SUPPLEMENTED, added));
      case CorrectionResult.Unchanged unchanged ->
          Optional.of(new Kept.On(record, Outcome.UNCHANGED, List.of()));
      case CorrectionResult.UnknownCustomer gone -> Optional.empty();
      case CorrectionResult.SharedCustomer nobodySeesMore ->
          throw new IllegalStateException("everybody's view is the whole");
      case CorrectionResult.IdentifierTaken(var identifier, var holder) ->
          Optional.of(refused(taken(identifier, holder, visibility)));
    };
  }

  private IntakeResult taken(
      Identifier identifier, @Nullable CustomerId holder, Visibility visibility) {
    boolean seen = holder != null && customers.find(holder, visibility).isPresent();
    return new IntakeResult.IdentifierTaken(identifier, seen ? holder : null);
  }

  private static Kept refused(IntakeResult why) {
    return new Kept.Refused(why);
  }
}
