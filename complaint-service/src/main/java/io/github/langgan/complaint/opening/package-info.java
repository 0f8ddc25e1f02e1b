/** A customer asks or complains. */
@NullMarked
package io.github.langgan.complaint.opening;

import org.jspecify.annotations.NullMarked;
