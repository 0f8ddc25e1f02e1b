/** Amounts of money: decimal strings on the wire, never a float. */
@NullMarked
package io.github.langgan.chassis.money;

import org.jspecify.annotations.NullMarked;
