/** Events stored in the business transaction and relayed to Kafka after it. */
@NullMarked
package io.github.langgan.chassis.outbox;

import org.jspecify.annotations.NullMarked;
