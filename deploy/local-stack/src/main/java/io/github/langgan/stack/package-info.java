/** PostgreSQL, Kafka, the issuer and the gateway on one machine, without Docker. */
@NullMarked
package io.github.langgan.stack;

import org.jspecify.annotations.NullMarked;
