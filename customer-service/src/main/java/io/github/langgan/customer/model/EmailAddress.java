package io.github.langgan.customer.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address (RFC 5321, without quoted local parts), in ASCII: look-alike letters can't pass
 * for others, and an international domain stands in its {@code xn--} form. The domain is kept in
 * lower case; the local part as it was stated, with its dots and tags, which other mail systems
 * than the best-known one tell apart.
 */
public record EmailAddress(String value) implements Contact {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)++[A-Za-z][A-Za-z0-9-]+");

  public EmailAddress {
    InvalidValue.requirePlain("", value);
    int at = value.lastIndexOf('@');
    if (value.length() > LONGEST || at > LONGEST_LOCAL || !ADDRESS.matcher(value).matches()) {
      throw new InvalidValue("email", "must be an e-mail address like siti@example.com");
    }
    value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
  }

  @Override
  public String lookupKey() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public ContactType type() {
    return ContactType.EMAIL;
  }
}
