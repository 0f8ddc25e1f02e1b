package io.github.langgan.loyalty.model;

import java.math.RoundingMode;

/** From the exact worth of a purchase to whole points. */
public enum Rounding {
  DOWN,
  UP,
  HALF_UP,
  HALF_EVEN;

  public RoundingMode mode() {
    return RoundingMode.valueOf(name());
  }
}
