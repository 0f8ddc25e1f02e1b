package io.github.langgan.loyalty.model;

/** Whole points, none or more. */
public record Points(long value) {

  public static final Points ZERO = new Points(0);

  public Points {
    if (value < 0) {
      throw new IllegalArgumentException(value + " points");
    }
  }
}
