/** Propositions are written, begun, paused and ended. */
@NullMarked
package io.github.langgan.loyalty.proposition;

import org.jspecify.annotations.NullMarked;
