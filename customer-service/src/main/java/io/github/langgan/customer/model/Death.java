package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a customer has died, as somebody reported it.
 *
 * @param record that was named, the customer or one that was merged into it
 * @param diedOn null when nobody knows
 * @param since from when on nobody contacts the customer
 */
public record Death(
    UUID record, @Nullable LocalDate diedOn, Instant since, Source source, Instant reportedAt) {}
