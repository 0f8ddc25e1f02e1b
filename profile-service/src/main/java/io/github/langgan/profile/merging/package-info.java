/** Customers are merged, and split again: whose transactions, contacts and histories are. */
@NullMarked
package io.github.langgan.profile.merging;

import org.jspecify.annotations.NullMarked;
