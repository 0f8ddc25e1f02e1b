package io.github.langgan.customer.model;

/** A customer, and where each of its values came from. */
public record DocumentedCustomer(Customer customer, Origins origins) {}
