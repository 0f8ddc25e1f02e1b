/** What happens in customers' lives: they move, change their jobs, die. */
@NullMarked
package io.github.langgan.customer.upkeep.lifeevent;

import org.jspecify.annotations.NullMarked;
