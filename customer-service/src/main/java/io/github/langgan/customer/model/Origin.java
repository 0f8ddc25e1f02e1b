package io.github.langgan.customer.model;

import java.util.UUID;

/**
 * The version of a record that brought a value. The record is another than the one that has the
 * value when the two were merged, or split.
 */
public record Origin(UUID record, int version) {

  /** What the customer says at its version. */
  public static Origin of(Customer customer) {
    return new Origin(customer.id().value(), customer.version());
  }

  /** Of a value of the record of which nobody noted where it came from. */
  public static Origin unknown(UUID record) {
    return new Origin(record, 0);
  }
}
