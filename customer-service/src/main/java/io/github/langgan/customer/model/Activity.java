package io.github.langgan.customer.model;

import java.time.Instant;
import java.util.UUID;

/** A sign of life of a customer. */
public record Activity(UUID customer, Instant at) {}
