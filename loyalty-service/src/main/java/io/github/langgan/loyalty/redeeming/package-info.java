/** Members spend points, and get them back when what they got falls through. */
@NullMarked
package io.github.langgan.loyalty.redeeming;

import org.jspecify.annotations.NullMarked;
