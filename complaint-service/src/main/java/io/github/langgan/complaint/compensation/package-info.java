/** Whether the promised points were given. */
@NullMarked
package io.github.langgan.complaint.compensation;

import org.jspecify.annotations.NullMarked;
