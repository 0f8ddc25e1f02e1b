/** A customer is erased: what was said in its cases goes. */
@NullMarked
package io.github.langgan.complaint.erasing;

import org.jspecify.annotations.NullMarked;
