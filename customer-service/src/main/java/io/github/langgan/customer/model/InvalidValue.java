package io.github.langgan.customer.model;

/** A value that means nothing in this domain. Expected from callers, so it carries no stack. */
public class InvalidValue extends RuntimeException {

  /** The code of what looks like something else: bidi controls, look-alike letters. */
  public static final String UNSAFE_TEXT = "unsafe-text";

  private final String field;
  private final String code;

  /**
   * @param field of the value, when a part of it is wrong: {@code country}; empty for the whole
   * @param code stable and for programs
   * @param message for people, without the value itself
   */
  public InvalidValue(String field, String code, String message) {
    super(message, null, false, false);
    this.field = field;
    this.code = code;
  }

  public InvalidValue(String code, String message) {
    this("", code, message);
  }

  public String field() {
    return field;
  }

  public String code() {
    return code;
  }

  public String explanation() {
    return String.valueOf(getMessage());
  }
}
