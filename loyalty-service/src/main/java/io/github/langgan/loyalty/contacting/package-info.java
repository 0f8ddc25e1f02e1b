/** Follows what customers say of being contacted. */
@NullMarked
package io.github.langgan.loyalty.contacting;

import org.jspecify.annotations.NullMarked;
