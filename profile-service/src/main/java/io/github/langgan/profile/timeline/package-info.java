/** A customer's history in the order in which it happened. */
@NullMarked
package io.github.langgan.profile.timeline;

import org.jspecify.annotations.NullMarked;
