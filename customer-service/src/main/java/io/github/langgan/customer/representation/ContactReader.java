package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.PhoneNumber;
import java.util.Optional;

/**
 * Reads one contact; what is wrong is said at the field where it is wrong.
 *
 * @param pointer of the contact's body
 * @param region whose national telephone numbers are understood
 */
record ContactReader(ContactBody body, String pointer, String region, BodyErrors errors) {

  Optional<? extends Contact> read() {
    return switch (body.type()) {
      case EMAIL -> errors.read(pointer + "/value", () -> new EmailAddress(value()));
      case PHONE -> errors.read(pointer + "/value", () -> PhoneNumber.read(value(), region));
      case POSTAL -> errors.read(pointer + "/address", () -> address().toAddress());
    };
  }

  private String value() {
    if (body.value() == null) {
      throw new InvalidValue("not-null", "must not be missing");
    }
    if (body.address() != null) {
      throw new InvalidValue("no-address", "must stand alone: only postal contacts have addresses");
    }
    return body.value();
  }

  private AddressBody address() {
    if (body.address() == null) {
      throw new InvalidValue("not-null", "must not be missing");
    }
    if (body.value() != null) {
      throw new InvalidValue("no-value", "must stand alone: postal contacts have no value");
    }
    return body.address();
  }
}
