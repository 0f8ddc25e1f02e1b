/** Others\' events, translated at the door. */
@NullMarked
package io.github.langgan.complaint.inbound;

import org.jspecify.annotations.NullMarked;
