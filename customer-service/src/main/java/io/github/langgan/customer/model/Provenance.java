package io.github.langgan.customer.model;

import java.time.Instant;

/**
 * Where a version of a record, and each value that it brought, came from.
 *
 * @param confidence as the source says, else by the rule of its form
 * @param recordedAt when we learnt of it
 */
public record Provenance(
    int version, Source source, Confidence confidence, Reporter reporter, Instant recordedAt) {}
