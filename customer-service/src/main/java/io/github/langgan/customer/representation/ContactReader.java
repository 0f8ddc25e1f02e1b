package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactType;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Reads one contact; what is wrong is said at the field where it is wrong.
 *
 * @param region whose national telephone numbers are understood
 */
record ContactReader(String region) {

  Contact read(@Nullable ContactBody body) {
    return switch (Required.oneOf(ContactType.class, "type", Required.of(body).type())) {
      case EMAIL -> InvalidValue.at("value", () -> new EmailAddress(value(body)));
      case PHONE -> InvalidValue.at("value", () -> PhoneNumber.read(value(body), region));
      case POSTAL -> InvalidValue.at("address", () -> address(body).toAddress());
    };
  }

  private static String value(ContactBody body) {
    if (body.address() != null) {
      throw new InvalidValue("no-address", "must stand alone: only postal contacts have addresses");
    }
    return Required.of(body.value());
  }

  private static AddressBody address(ContactBody body) {
    if (body.value() != null) {
      throw new InvalidValue("no-value", "must stand alone: postal contacts have no value");
    }
    return Required.of(body.address());
  }
}
