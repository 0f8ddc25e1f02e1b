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

  private static final int LONGEST = 40;

  /** Any usual writing: {@code 0812-345 6789}, {@code (+62) 812 3456789}. Empty when it is none. */
  public static Optional<PhoneNumber> parse(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = numbers.parse(international(written.strip()), HOME);
      return numbers.isPossibleNumber(number)
          ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /** 00 dials abroad nearly everywhere, though not from Indonesia. */
  private static String international(String written) {
    return written.startsWith("00") ? "+" + written.substring(2) : written;
  }
}
