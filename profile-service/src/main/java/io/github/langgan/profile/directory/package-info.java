/** Transactions and profiles, found by what one has in hand. */
@NullMarked
package io.github.langgan.profile.directory;

import org.jspecify.annotations.NullMarked;
