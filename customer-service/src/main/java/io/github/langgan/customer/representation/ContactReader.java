package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactType;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.PhoneNumber;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one contact; what is wrong is said at the field where it is wrong.
 *
 * @param region whose national telephone numbers are understood
 * @param abroad where the customer lives, if that is elsewhere: its numbers are understood before
 */
record ContactReader(String region, @Nullable String abroad) {

  /**
   * For the contacts of one customer: all its addresses are in one country, or nothing is known.
   */
  static ContactReader of(String region, @Nullable List<ContactBody> contacts) {
    Set<String> countries =
        contacts == null
            ? Set.of()
            : contacts.stream()
                .filter(one -> one != null && one.address() != null)
                .map(one -> one.address().country())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    String home = countries.size() == 1 ? countries.iterator().next() : region;
    return new ContactReader(region, home.equals(region) ? null : home);
  }

  Contact read(@Nullable ContactBody body) {
    return switch (Required.oneOf(ContactType.class, "type", Required.of(body).type())) {
      case EMAIL -> InvalidValue.at("value", () -> new EmailAddress(value(body)));
      case PHONE -> InvalidValue.at("value", () -> phone(value(body)));
      case POSTAL -> InvalidValue.at("address", () -> address(body).toAddress());
    };
  }

  private PhoneNumber phone(String written) {
    return abroad == null
        ? PhoneNumber.read(written, region)
        : PhoneNumber.read(written, region, abroad);
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
