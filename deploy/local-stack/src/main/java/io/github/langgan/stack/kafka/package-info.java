/** A Kafka broker in KRaft mode, alone in its process. */
@NullMarked
package io.github.langgan.stack.kafka;

import org.jspecify.annotations.NullMarked;
