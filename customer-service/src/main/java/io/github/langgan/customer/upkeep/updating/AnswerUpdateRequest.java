package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.correction.CorrectCustomer;
import io.github.langgan.customer.correction.Correction;
import io.github.langgan.customer.correction.CorrectionResult;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Reporter;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A customer says what is right of its record: all that it was shown is said anew. */
@Singleton
class AnswerUpdateRequest {

  static final String FORM = "UPDATE_REQUEST";

  private final Customers customers;
  private final TokenStandings standings;
  private final UpdateRequests requests;
  private final CorrectCustomer correct;
  private final Audit audit;
  private final Clock clock;

  AnswerUpdateRequest(
      Customers customers,
      TokenStandings standings,
      UpdateRequests requests,
      CorrectCustomer correct,
      Audit audit,
      Clock clock) {
    this.customers = customers;
    this.standings = standings;
    this.requests = requests;
    this.correct = correct;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param said the whole, of the customer as it stands; what this throws leaves everything as it
   *     was, and the request open
   */
  @Transactional
  AnswerResult answer(UpdateTokens.Claims claims, Function<Customer, Particulars> said) {
    CustomerId id = new CustomerId(claims.customerId());
    Visibility oneself = new Visibility.Oneself(id);
    // the customer before its request, as an erasure does
    Optional<Customer> before = customers.lock(id, oneself);
    TokenStanding standing = standings.lock(claims);
    if (before.isEmpty() || !(standing instanceof TokenStanding.Open)) {
      return new AnswerResult.Refused(standing);
    }
    Instant now = clock.instant();
    CorrectionResult result =
        correct.correct(
            id,
            oneself,
            Reporter.customer("update-request/" + claims.requestId()),
            current -> Correction.saidAnew(said.apply(current), new Source(FORM, now, null)));
    return switch (result) {
      case CorrectionResult.Corrected(var after, var position) ->
          answered(claims, before.get(), after, now);
      case CorrectionResult.Unchanged unchanged -> throw unexpected(unchanged);
      case CorrectionResult.UnknownCustomer unknown -> throw unexpected(unknown);
      case CorrectionResult.SharedCustomer shared -> throw unexpected(shared);
      case CorrectionResult.IdentifierTaken taken -> throw unexpected(taken);
    };
  }

  private AnswerResult answered(
      UpdateTokens.Claims claims, Customer before, Customer after, Instant now) {
    UpdateRequestStatus answer =
        after.particulars().equals(before.particulars())
            ? UpdateRequestStatus.CONFIRMED
            : UpdateRequestStatus.CORRECTED;
    requests.answer(claims.requestId(), answer, after.version(), now);
    audit.record(
        "update-request.answered",
        "update-request",
        claims.requestId(),
        answer.name(),
        Map.of("customer", after.id().value(), "version", after.version()));
    return new AnswerResult.Answered(after);
  }

  /** The customer is locked, sees itself whole, and can't change its identifiers. */
  private static IllegalStateException unexpected(CorrectionResult result) {
    return new IllegalStateException(result.getClass().getSimpleName());
  }
}
