/** Propositions: what is promised to whom; offers: what one member is offered. */
@NullMarked
package io.github.langgan.loyalty.model.offer;

import org.jspecify.annotations.NullMarked;
