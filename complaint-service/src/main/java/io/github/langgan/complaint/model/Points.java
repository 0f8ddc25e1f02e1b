package io.github.langgan.complaint.model;

/** Loyalty points, at least one. */
public record Points(long value) {

  public Points {
    if (value < 1) {
      throw new IllegalArgumentException("points must be positive: " + value);
    }
  }
}
