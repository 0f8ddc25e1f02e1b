/** Levels that members rise to by what they buy, and fall from. */
@NullMarked
package io.github.langgan.loyalty.model.tier;

import org.jspecify.annotations.NullMarked;
