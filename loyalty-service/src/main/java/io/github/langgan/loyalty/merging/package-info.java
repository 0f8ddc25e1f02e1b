/**
 * Two records of one customer are merged, and split again: memberships follow their customer, and
 * no point comes or goes by it.
 */
@NullMarked
package io.github.langgan.loyalty.merging;

import org.jspecify.annotations.NullMarked;
