/** What reads well in this service's tests. */
@NullMarked
package io.github.langgan.profile.testing;

import org.jspecify.annotations.NullMarked;
