/** What publisher and consumer of an event agree on: CloudEvents headers, topics, positions. */
@NullMarked
package io.github.langgan.chassis.event;

import org.jspecify.annotations.NullMarked;
