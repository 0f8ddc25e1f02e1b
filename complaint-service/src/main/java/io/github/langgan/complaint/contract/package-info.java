/** The events that others read, and the case as callers see it. */
@NullMarked
package io.github.langgan.complaint.contract;

import org.jspecify.annotations.NullMarked;
