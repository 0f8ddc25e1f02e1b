package io.github.langgan.customer.matching;

import java.util.List;

/**
 * The likeliest first.
 *
 * @param pending the record has changed and waits to be compared: this may not be all
 */
public record MatchesView(List<MatchView> items, boolean pending) {}
