@NullMarked
package io.github.langgan.customer.upkeep.lifeevent;

import org.jspecify.annotations.NullMarked;
