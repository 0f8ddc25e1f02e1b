/** Purchases and returns as partners reported them. */
@NullMarked
package io.github.langgan.loyalty.model.transaction;

import org.jspecify.annotations.NullMarked;
