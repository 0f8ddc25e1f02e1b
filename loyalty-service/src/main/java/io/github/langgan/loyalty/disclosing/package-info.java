/** A customer wants to have what we hold of it: memberships, cards, points. */
@NullMarked
package io.github.langgan.loyalty.disclosing;

import org.jspecify.annotations.NullMarked;
