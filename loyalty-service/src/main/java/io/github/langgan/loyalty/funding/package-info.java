/** What partners pay for of the points that purchases at them earn. */
@NullMarked
package io.github.langgan.loyalty.funding;

import org.jspecify.annotations.NullMarked;
