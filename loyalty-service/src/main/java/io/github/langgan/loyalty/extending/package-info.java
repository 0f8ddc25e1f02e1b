/** Propositions are offered to members: on what happens to them, or to all at once. */
@NullMarked
package io.github.langgan.loyalty.extending;

import org.jspecify.annotations.NullMarked;
