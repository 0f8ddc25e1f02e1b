/** Purchases earn points. */
@NullMarked
package io.github.langgan.loyalty.earning;

import org.jspecify.annotations.NullMarked;
