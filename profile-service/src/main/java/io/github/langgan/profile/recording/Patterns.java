package io.github.langgan.profile.recording;

/** How some texts look, for the API's description. */
final class Patterns {

  /** Printable ASCII without a space at either end. */
  static final String CODE = "^[!-~]([ -~]*[!-~])?$";

  static final String CURRENCY = "^[A-Z]{3}$";

  /** A decimal string with at most four decimals. */
  static final String AMOUNT = "^\\d{1,12}(\\.\\d{1,4})?$";

  private Patterns() {}
}
