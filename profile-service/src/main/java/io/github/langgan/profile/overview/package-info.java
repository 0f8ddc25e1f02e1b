/** The 360: all that is known of a customer in one call. */
@NullMarked
package io.github.langgan.profile.overview;

import org.jspecify.annotations.NullMarked;
