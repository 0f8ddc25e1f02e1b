/** The case: its states, its clock, its compensation, and where they are kept. */
@NullMarked
package io.github.langgan.complaint.model;

import org.jspecify.annotations.NullMarked;
