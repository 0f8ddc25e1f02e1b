/** The trace of a request, carried through outbox and Kafka to the consumer. */
@NullMarked
package io.github.langgan.chassis.tracing;

import org.jspecify.annotations.NullMarked;
