package io.github.langgan.loyalty.voucher.checkout;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.MembershipStates;
import io.github.langgan.loyalty.model.voucher.Order;
import io.github.langgan.loyalty.model.voucher.OrderLine;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import io.github.langgan.loyalty.voucher.checkout.OrderRequest.LineRequest;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a checkout of a request, or throws a {@link Problem} that says what is wrong in it. */
@Singleton
class CheckoutCheck {

  private static final ProblemType UNKNOWN_CUSTOMER = ProblemType.of("unknown-customer");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Caller caller;
  private final Aliases aliases;
  private final Customers customers;
  private final ErasedSubjects erased;
  private final MembershipStates states;

  CheckoutCheck(
      Caller caller,
      Aliases aliases,
      Customers customers,
      ErasedSubjects erased,
      MembershipStates states) {
    this.caller = caller;
    this.aliases = aliases;
    this.customers = customers;
    this.erased = erased;
    this.states = states;
  }

  Checkout checkout(ValidateRequest request) {
    requireDifferent(request.codes());
    return new Checkout(
        request.codes(),
        customer(request),
        partner(request.order().partner()),
        request.order().externalId(),
        new Order(
            currency(request.order().currency()),
            IntStream.range(0, request.order().lines().size())
                .mapToObj(place -> line(place, request.order().lines().get(place)))
                .toList()));
  }

  private static void requireDifferent(List<String> codes) {
    Set<Object> seen = new HashSet<>();
    for (int place = 0; place < codes.size(); place++) {
      String typed = codes.get(place);
      if (!seen.add(VoucherCode.read(typed).<Object>map(code -> code).orElse(typed))) {
        throw Problem.invalid("/codes/" + place, "duplicate", "was named before");
      }
    }
  }

  private String partner(@Nullable String named) {
    @Nullable String own = caller.partner().orElse(null);
    if (own == null && named == null) {
      throw Problem.invalid("/order/partner", "required", "must say whose order it is");
    }
    if (own != null && named != null && !own.equals(named)) {
      throw Problem.invalid("/order/partner", "other", "must be the caller's own");
    }
    return requireNonNull(own == null ? named : own);
  }

  private @Nullable CustomerId customer(ValidateRequest request) {
    if (request.customerId() != null && request.card() != null) {
      throw Problem.invalid("/card", "both", "name either a card or a customer");
    }
    if (request.card() != null) {
      return states
          .withCard(request.card())
          .map(state -> state.membership().cameFor())
          .filter(record -> !erased.contains(record.value()))
          .orElseThrow(() -> Problem.invalid("/card", "unknown", "no such card"));
    }
    if (request.customerId() == null) {
      return null;
    }
    CustomerId record = new CustomerId(request.customerId());
    if (!Positions.await(() -> isRegistered(record), PATIENCE) || erased.contains(record.value())) {
      throw Problem.of(UNKNOWN_CUSTOMER).withError("/customerId", "unknown", "no such customer");
    }
    return record;
  }

  private boolean isRegistered(CustomerId record) {
    return customers.isRegistered(aliases.meaning(aliases.current(record.value())));
  }

  private static OrderLine line(int place, LineRequest request) {
    BigDecimal unitPrice = new BigDecimal(request.unitPrice());
    BigDecimal discount = new BigDecimal(requireNonNullElse(request.discount(), "0"));
    OrderLine line =
        new OrderLine(
            request.product(),
            request.category(),
            requireNonNull(request.quantity()),
            unitPrice,
            discount);
    if (line.amount().signum() < 0) {
      throw Problem.invalid(
          "/order/lines/" + place + "/discount", "discount", "is more than the line costs");
    }
    return line;
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("/order/currency", "currency", "must be a currency of ISO 4217");
    }
  }
}
