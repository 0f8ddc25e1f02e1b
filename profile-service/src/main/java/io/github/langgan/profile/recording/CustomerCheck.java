package io.github.langgan.profile.recording;

import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PhoneNumber;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By what a request names the customer. */
final class CustomerCheck {

  private static final String AT = "/customer/";

  private final Checked checked;

  CustomerCheck(Checked checked) {
    this.checked = checked;
  }

  /** Null when something is wrong, which was noted then. */
  @Nullable CustomerReference check(CustomerRequest customer) {
    if (!namesOne(customer)) {
      checked.error(
          "/customer",
          "exactly-one",
          "must be named by exactly one of customerId, card, email, phone, identifier");
      return null;
    }
    if (customer.customerId() != null) {
      return CustomerReference.toCustomer(customer.customerId());
    }
    if (customer.card() != null) {
      checked.code(customer.card(), 40, AT, "card");
      return CustomerReference.toCard(customer.card());
    }
    if (customer.email() != null) {
      return email(customer.email());
    }
    if (customer.phone() != null) {
      return phone(customer.phone());
    }
    return identifier(Objects.requireNonNull(customer.identifier()));
  }

  private static boolean namesOne(CustomerRequest customer) {
    return Stream.of(
                customer.customerId(),
                customer.card(),
                customer.email(),
                customer.phone(),
                customer.identifier())
            .filter(Objects::nonNull)
            .count()
        == 1;
  }

  private CustomerReference email(String address) {
    checked.code(address, 254, AT, "email");
    int at = address.indexOf('@');
    if (at < 1 || at != address.lastIndexOf('@') || at == address.length() - 1) {
      checked.error(AT + "email", "email", "must be an e-mail address");
    }
    return CustomerReference.toEmail(address);
  }

  private @Nullable CustomerReference phone(String written) {
    checked.code(written, 40, AT, "phone");
    CustomerReference reference =
        PhoneNumber.parse(written).map(CustomerReference::toPhone).orElse(null);
    if (reference == null) {
      checked.error(AT + "phone", "phone", "must be a telephone number, like +628123456789");
    }
    return reference;
  }

  private @Nullable CustomerReference identifier(CustomerRequest.Identifier identifier) {
    String at = AT + "identifier/";
    checked.present(identifier.source(), at, "source");
    checked.present(identifier.value(), at, "value");
    checked.code(identifier.source(), 60, at, "source");
    checked.code(identifier.value(), 100, at, "value");
    return identifier.source() == null || identifier.value() == null
        ? null
        : CustomerReference.toIdentifier(identifier.source(), identifier.value());
  }
}
