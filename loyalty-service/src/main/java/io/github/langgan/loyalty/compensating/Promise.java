package io.github.langgan.loyalty.compensating;

import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Points;
import java.util.UUID;

/**
 * Points that complaint-service promised to a customer.
 *
 * @param customer the record that the promise came for
 */
public record Promise(CompensationId id, UUID caseId, CustomerId customer, Points points) {}
