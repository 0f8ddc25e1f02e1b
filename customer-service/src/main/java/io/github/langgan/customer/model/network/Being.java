package io.github.langgan.customer.model.network;

import java.util.UUID;

/**
 * Who is meant now by an end of a relationship: the customer, when it is one, by the id of the
 * survivor of all its merges, else the party. All that is said of its records and parties is said
 * of it.
 */
public record Being(UUID id, boolean isCustomer) {}
