/** Members see, accept and decline what they are offered. */
@NullMarked
package io.github.langgan.loyalty.offering;

import org.jspecify.annotations.NullMarked;
