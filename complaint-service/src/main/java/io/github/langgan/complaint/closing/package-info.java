/** Nothing is left to do. */
@NullMarked
package io.github.langgan.complaint.closing;

import org.jspecify.annotations.NullMarked;
