/** Customers who do nothing any more are archived, by rules that the company states. */
@NullMarked
package io.github.langgan.customer.upkeep.inactivity;

import org.jspecify.annotations.NullMarked;
