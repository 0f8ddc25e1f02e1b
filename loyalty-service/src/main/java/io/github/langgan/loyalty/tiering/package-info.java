/** Members rise and fall, and are told why. */
@NullMarked
package io.github.langgan.loyalty.tiering;

import org.jspecify.annotations.NullMarked;
