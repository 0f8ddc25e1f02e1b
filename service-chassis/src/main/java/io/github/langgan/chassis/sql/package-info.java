/** SQL into records, in the caller's transaction. */
@NullMarked
package io.github.langgan.chassis.sql;

import org.jspecify.annotations.NullMarked;
