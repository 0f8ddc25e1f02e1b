/** Fixtures that read like the domain. */
@NullMarked
package io.github.langgan.loyalty.testing;

import org.jspecify.annotations.NullMarked;
