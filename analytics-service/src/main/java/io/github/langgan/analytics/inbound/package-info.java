/** Others\' events, translated at the door. */
@NullMarked
package io.github.langgan.analytics.inbound;

import org.jspecify.annotations.NullMarked;
