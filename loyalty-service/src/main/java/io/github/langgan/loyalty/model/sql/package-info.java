/** Rows to and from PostgreSQL. */
@NullMarked
package io.github.langgan.loyalty.model.sql;

import org.jspecify.annotations.NullMarked;
