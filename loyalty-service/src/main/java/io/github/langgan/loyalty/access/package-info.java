/** Whose memberships a caller may see. */
@NullMarked
package io.github.langgan.loyalty.access;

import org.jspecify.annotations.NullMarked;
