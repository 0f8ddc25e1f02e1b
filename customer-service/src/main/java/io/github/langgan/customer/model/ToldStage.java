package io.github.langgan.customer.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What analytics told of a record.
 *
 * @param asOf when it was worked out
 */
public record ToldStage(UUID customerId, Stage stage, Instant since, Instant asOf) {}
