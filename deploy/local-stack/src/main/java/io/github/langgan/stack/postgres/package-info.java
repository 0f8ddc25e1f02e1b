/** A PostgreSQL server from Maven artifacts, durable and with its data kept. */
@NullMarked
package io.github.langgan.stack.postgres;

import org.jspecify.annotations.NullMarked;
