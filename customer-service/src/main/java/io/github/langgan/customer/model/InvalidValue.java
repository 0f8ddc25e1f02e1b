package io.github.langgan.customer.model;

import io.github.langgan.chassis.json.PlainCode;
import java.util.function.Supplier;

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

  /** The value, or what is wrong with it as said by what it is a part of. */
  public static <T> T at(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue invalid) {
      String place = invalid.field.isEmpty() ? field : field + "/" + invalid.field;
      throw new InvalidValue(place, invalid.code, invalid.explanation());
    }
  }

  /**
   * For what people compare by eye: printable ASCII without a space at either end, so that nothing
   * in it is invisible or passes for something else.
   */
  static void requirePlain(String field, String code) {
    if (!PlainCode.isPlain(code)) {
      throw new InvalidValue(
          field, UNSAFE_TEXT, "must be printable ASCII without a space at either end");
    }
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
