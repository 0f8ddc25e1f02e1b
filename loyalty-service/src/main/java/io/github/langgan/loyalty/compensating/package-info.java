/** Points promised to a complainant are given. */
@NullMarked
package io.github.langgan.loyalty.compensating;

import org.jspecify.annotations.NullMarked;
