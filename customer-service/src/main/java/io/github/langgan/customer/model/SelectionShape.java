package io.github.langgan.customer.model;

import java.util.SortedMap;

/**
 * How many values of a kind the customers of a selection have at most, for a table that has a place
 * for each.
 *
 * @param identifiers by source
 * @param notes by label; the empty one of remarks without
 * @param addressLines of an address
 */
public record SelectionShape(
    int emails,
    int phones,
    int addresses,
    int addressLines,
    SortedMap<String, Integer> identifiers,
    SortedMap<String, Integer> notes) {}
