package io.github.langgan.customer.model;

import java.time.Instant;

/**
 * Where a version of a record, and each value that it brought, came from.
 *
 * @param confidence as the source says, else by the rule of its form
 * @param recordedAt when we learnt of it
 */
public record Provenance(
    Origin origin, Source source, Confidence confidence, Reporter reporter, Instant recordedAt) {

  public int version() {
    return origin.version();
  }
}
