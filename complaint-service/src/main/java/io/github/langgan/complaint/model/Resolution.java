package io.github.langgan.complaint.model;

import java.time.Instant;

/** The answer that the customer got. */
public record Resolution(String summary, Instant resolvedAt) {}
