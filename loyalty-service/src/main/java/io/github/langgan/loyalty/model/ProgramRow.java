package io.github.langgan.loyalty.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

record ProgramRow(
    UUID id,
    String name,
    String currency,
    String zone,
    EarnsFrom earnsFrom,
    String cardPrefix,
    Instant createdAt,
    long version) {

  Program with(List<Terms> terms) {
    return new Program(
        new ProgramId(id),
        name,
        currency,
        ZoneId.of(zone),
        earnsFrom,
        cardPrefix,
        terms,
        createdAt,
        version);
  }
}
