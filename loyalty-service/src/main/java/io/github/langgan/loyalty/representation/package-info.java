/** Programs and memberships as callers see them. */
@NullMarked
package io.github.langgan.loyalty.representation;

import org.jspecify.annotations.NullMarked;
