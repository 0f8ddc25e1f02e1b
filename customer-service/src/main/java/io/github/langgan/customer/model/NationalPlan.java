package io.github.langgan.customer.model;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Reads the two plainest writings of a region's own numbers, {@code +628123456789} and {@code
 * 08123456789}, many times faster than the library, which looks for extensions and letters first.
 * Everything else is left to the library; a test holds both against each other.
 */
record NationalPlan(int callingCode) {

  /** Where a plain zero precedes national numbers and the library does nothing more about it. */
  private static final Pattern PLAIN_REGIONS = Pattern.compile("ID|MY|TH|PH|VN|GB|DE|FR|NL|AU");

  /** Digits of E.164, calling code included. */
  private static final int LONGEST = 15;

  private static final Map<String, NationalPlan> PLANS = new ConcurrentHashMap<>();

  static Optional<NationalPlan> of(String region) {
    if (!PLAIN_REGIONS.matcher(region).matches()) {
      return Optional.empty();
    }
    return Optional.of(PLANS.computeIfAbsent(region, NationalPlan::load));
  }

  private static NationalPlan load(String region) {
    return new NationalPlan(PhoneNumberUtil.getInstance().getCountryCodeForRegion(region));
  }

  /** Empty for other writings, and for what only the library can judge. */
  Optional<PhoneNumber> read(String written) {
    String prefix = written.startsWith("0") ? "0" : "+" + callingCode;
    if (!written.startsWith(prefix) || !isNational(written, prefix.length())) {
      return Optional.empty();
    }
    String national = written.substring(prefix.length());
    Phonenumber.PhoneNumber number =
        new Phonenumber.PhoneNumber()
            .setCountryCode(callingCode)
            .setNationalNumber(Long.parseLong(national));
    return PhoneNumberUtil.getInstance().isPossibleNumberWithReason(number)
            == ValidationResult.IS_POSSIBLE
        ? Optional.of(new PhoneNumber("+" + callingCode + national))
        : Optional.empty();
  }

  private boolean isNational(String written, int from) {
    int length = written.length() - from;
    if (length < 3 || length + digits(callingCode) > LONGEST || written.charAt(from) == '0') {
      return false;
    }
    for (int i = from; i < written.length(); i++) {
      if (written.charAt(i) < '0' || written.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }
}
