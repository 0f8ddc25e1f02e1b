/** What would be, if: a member's purchase, or other terms. Nothing changes. */
@NullMarked
package io.github.langgan.loyalty.simulating;

import org.jspecify.annotations.NullMarked;
