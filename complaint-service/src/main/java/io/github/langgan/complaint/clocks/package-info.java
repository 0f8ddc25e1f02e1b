/** How long a case may take, and what happens when it takes longer. */
@NullMarked
package io.github.langgan.complaint.clocks;

import org.jspecify.annotations.NullMarked;
