/** What of a purchase may be given back, and for how much. */
@NullMarked
package io.github.langgan.profile.model.returns;

import org.jspecify.annotations.NullMarked;
