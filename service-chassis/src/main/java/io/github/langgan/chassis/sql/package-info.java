/** SQL into records, in the caller's transaction; and what its commit sets off. */
@NullMarked
package io.github.langgan.chassis.sql;

import org.jspecify.annotations.NullMarked;
