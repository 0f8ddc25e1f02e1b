/** A customer wants to have what we hold of it: cases and how they were answered. */
@NullMarked
package io.github.langgan.complaint.disclosing;

import org.jspecify.annotations.NullMarked;
