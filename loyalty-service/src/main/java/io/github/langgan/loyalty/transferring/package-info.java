/** Members give points to others of their program. */
@NullMarked
package io.github.langgan.loyalty.transferring;

import org.jspecify.annotations.NullMarked;
