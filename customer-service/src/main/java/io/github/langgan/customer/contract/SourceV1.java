package io.github.langgan.customer.contract;

import io.github.langgan.customer.model.Source;
import java.time.Instant;

/** Where what the event says came from. */
public record SourceV1(String form, Instant receivedAt) {

  static SourceV1 of(Source source) {
    return new SourceV1(source.form(), source.receivedAt());
  }
}
