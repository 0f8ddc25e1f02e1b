/** Members' PINs. */
@NullMarked
package io.github.langgan.loyalty.model.pin;

import org.jspecify.annotations.NullMarked;
