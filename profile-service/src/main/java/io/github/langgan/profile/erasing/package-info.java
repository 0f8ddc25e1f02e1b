/** A customer is erased: what is known of it goes; what it bought stays without it. */
@NullMarked
package io.github.langgan.profile.erasing;

import org.jspecify.annotations.NullMarked;
