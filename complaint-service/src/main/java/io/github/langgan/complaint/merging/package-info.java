/** Two records of one customer are merged, and split again: their cases follow. */
@NullMarked
package io.github.langgan.complaint.merging;

import org.jspecify.annotations.NullMarked;
