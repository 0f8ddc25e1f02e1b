/** The events that others read. */
@NullMarked
package io.github.langgan.complaint.contract;

import org.jspecify.annotations.NullMarked;
