@NullMarked
package io.github.langgan.customer.upkeep.updating;

import org.jspecify.annotations.NullMarked;
