package io.github.langgan.profile.model;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/** A telephone number in the one writing of E.164: {@code +628123456789}. */
public record PhoneNumber(String e164) {

  /** Numbers without a country code are dialled in Indonesia. */
  private static final String HOME = "ID";

  private static final String HOME_CODE = "62";

  private static final int LONGEST = 40;

  /** Any usual writing: {@code 0812-345 6789}, {@code (+62) 812 3456789}. Empty when it is none. */
  public static Optional<PhoneNumber> parse(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String dialled = international(written.strip());
    return withCode(dialled)
        .or(() -> read(dialled))
        .filter(numbers::isPossibleNumber)
        .map(number -> new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)));
  }

  /** {@code 62811123456}: no longer than national numbers, it would be taken for one. */
  private static Optional<Phonenumber.PhoneNumber> withCode(String dialled) {
    return PhoneNumberUtil.normalizeDigitsOnly(dialled).startsWith(HOME_CODE)
        ? read("+" + dialled).filter(PhoneNumberUtil.getInstance()::isValidNumber)
        : Optional.empty();
  }

  private static Optional<Phonenumber.PhoneNumber> read(String dialled) {
    try {
      return Optional.of(PhoneNumberUtil.getInstance().parse(dialled, HOME));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /** 00 dials abroad nearly everywhere, though not from Indonesia. */
  private static String international(String written) {
    return written.startsWith("00") ? "+" + written.substring(2) : written;
  }
}
