/** Transactions find their customer, at once or when the reference turns up. */
@NullMarked
package io.github.langgan.profile.attribution;

import org.jspecify.annotations.NullMarked;
