package io.github.langgan.profile.model;

import java.util.UUID;

/**
 * By what a partner names a customer, in one spelling per meaning: {@code email:siti@example.com},
 * {@code phone:+628123456789}, {@code identifier:acme/17850}. Several customers may share one.
 */
public record CustomerReference(String text) {

  public static CustomerReference toCustomer(UUID customerId) {
    return new CustomerReference("customer:" + customerId);
  }

  public static CustomerReference toCard(String number) {
    return new CustomerReference("card:" + number.replaceAll("[ -]", ""));
  }

  public static CustomerReference toEmail(String address) {
    return new CustomerReference("email:" + EmailAddress.of(address).value());
  }

  public static CustomerReference toPhone(PhoneNumber phone) {
    return new CustomerReference("phone:" + phone.e164());
  }

  /** The number that a source (a partner, a form) knows the customer by. */
  public static CustomerReference toIdentifier(String source, String value) {
    String unambiguous = source.replace("%", "%25").replace("/", "%2F");
    return new CustomerReference("identifier:" + unambiguous + "/" + value);
  }

  /** Its kind in the words of the API: customer, card, email, phone or identifier. */
  public String kind() {
    return text.substring(0, text.indexOf(':'));
  }

  public String value() {
    return text.substring(text.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
