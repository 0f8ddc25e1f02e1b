/** Customers become members, with a card and an account. */
@NullMarked
package io.github.langgan.loyalty.enrolment;

import org.jspecify.annotations.NullMarked;
