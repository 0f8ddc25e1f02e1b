@NullMarked
package io.github.langgan.customer.upkeep.inactivity;

import org.jspecify.annotations.NullMarked;
