/** What answers have in common. */
@NullMarked
package io.github.langgan.analytics.representation;

import org.jspecify.annotations.NullMarked;
