/** Monthly partitions of tables keyed by UUIDv7. */
@NullMarked
package io.github.langgan.chassis.partitioning;

import org.jspecify.annotations.NullMarked;
