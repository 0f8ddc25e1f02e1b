/** What redemptions of a program have to keep to. */
@NullMarked
package io.github.langgan.loyalty.redeeming.policy;

import org.jspecify.annotations.NullMarked;
