/** The customer hears that someone takes care. */
@NullMarked
package io.github.langgan.complaint.acknowledging;

import org.jspecify.annotations.NullMarked;
