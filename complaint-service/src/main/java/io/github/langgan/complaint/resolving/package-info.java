/** The answer, and what is promised to make good. */
@NullMarked
package io.github.langgan.complaint.resolving;

import org.jspecify.annotations.NullMarked;
