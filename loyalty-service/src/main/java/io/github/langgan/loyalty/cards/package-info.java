/** Cards are issued, activated, blocked, replaced under the same number, looked up, and expire. */
@NullMarked
package io.github.langgan.loyalty.cards;

import org.jspecify.annotations.NullMarked;
