package io.github.langgan.customer.model;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164: {@code +628123456789}. */
public record PhoneNumber(String value) implements Contact {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,14}");

  private static final int INDONESIA = 62;
  private static final int INDONESIAN_PREFIX = "+62".length();

  /** In E.164; what begins with a nought has more to it. */
  private static final Pattern INDONESIAN = Pattern.compile("\\+62[1-9][0-9]{5,12}");

  /** Letters are refused here: they would be read as the keys of a dial pad. */
  private static final Pattern WRITTEN = Pattern.compile("[\\p{Nd}\\s\\u00A0+＋()./~‐-―-]{3,40}");

  /** Written for a plus everywhere, also where one dials something else, as in Indonesia. */
  private static final Pattern DOUBLE_ZERO = Pattern.compile("^[\\s(]*00\\s*");

  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw refused();
    }
  }

  /**
   * Reads a number in any writing. Whether it can exist is in the end judged by its length alone:
   * numbering plans change faster than software.
   *
   * @param region ISO 3166-1, whose national writing is understood: {@code 0812-345-6789}
   */
  public static PhoneNumber read(String written, String region) {
    if (INDONESIAN.matcher(written).matches()) {
      return indonesian(written);
    }
    if (!WRITTEN.matcher(written).matches()) {
      throw refused();
    }
    return parse(written, region).orElseThrow(PhoneNumber::refused);
  }

  /**
   * Of somebody who lives abroad: as it is written there, if there is such a number there.
   *
   * @param abroad ISO 3166-1
   */
  public static PhoneNumber read(String written, String region, String abroad) {
    boolean national =
        !INDONESIAN.matcher(written).matches()
            && WRITTEN.matcher(written).matches()
            && PhoneNumberUtil.getInstance().getSupportedRegions().contains(abroad);
    Optional<PhoneNumber> there =
        national ? parse(written, abroad).filter(PhoneNumber::isAssigned) : Optional.empty();
    return there.orElseGet(() -> read(written, region));
  }

  /** As most of them come by the million: nothing in it is to be interpreted, only its length. */
  private static PhoneNumber indonesian(String written) {
    Phonenumber.PhoneNumber number =
        new Phonenumber.PhoneNumber()
            .setCountryCode(INDONESIA)
            .setNationalNumber(Long.parseLong(written, INDONESIAN_PREFIX, written.length(), 10));
    if (PhoneNumberUtil.getInstance().isPossibleNumberWithReason(number)
        != ValidationResult.IS_POSSIBLE) {
      throw refused();
    }
    return new PhoneNumber(written);
  }

  private static Optional<PhoneNumber> parse(String written, String region) {
    var doubleZero = DOUBLE_ZERO.matcher(written);
    if (doubleZero.find()) {
      Optional<PhoneNumber> abroad = parsed(doubleZero.replaceFirst("+"), region);
      return abroad.isPresent() ? abroad : parsed(written, region);
    }
    return mayBeginWithCode(written, region)
        ? parsed("+" + written, region)
            .filter(PhoneNumber::isAssigned)
            .or(() -> parsed(written, region))
        : parsed(written, region);
  }

  /**
   * {@code 62811123456} would be taken for a national number, being no longer than those. Where
   * they begin with a nought they are rarely written without it.
   */
  private static boolean mayBeginWithCode(String written, String region) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String code = Integer.toString(numbers.getCountryCodeForRegion(region));
    return PhoneNumberUtil.normalizeDigitsOnly(written).startsWith(code)
        && "0".equals(numbers.getNddPrefixForRegion(region, true));
  }

  private static Optional<PhoneNumber> parsed(String written, String region) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = numbers.parse(written, region);
      String stored = numbers.format(number, PhoneNumberFormat.E164);
      return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
              && isReadAsItself(stored)
          ? Optional.of(new PhoneNumber(stored))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }

  /** Not with two noughts after the country, of which each reading takes one away. */
  private static boolean isReadAsItself(String stored) throws NumberParseException {
    return INDONESIAN.matcher(stored).matches()
        || stored.equals(
            PhoneNumberUtil.getInstance().format(international(stored), PhoneNumberFormat.E164));
  }

  private static boolean isAssigned(PhoneNumber number) {
    try {
      return PhoneNumberUtil.getInstance().isValidNumber(international(number.value));
    } catch (NumberParseException unreadable) {
      return false;
    }
  }

  private static Phonenumber.PhoneNumber international(String written) throws NumberParseException {
    return PhoneNumberUtil.getInstance().parse(written, null);
  }

  private static InvalidValue refused() {
    return new InvalidValue(
        "phone", "must be a telephone number that exists, best like +628123456789");
  }

  @Override
  public String lookupKey() {
    return value;
  }

  @Override
  public ContactType type() {
    return ContactType.PHONE;
  }
}
