/** Finds the records that are of one person, with each registration and each change. */
@NullMarked
package io.github.langgan.customer.matching;

import org.jspecify.annotations.NullMarked;
