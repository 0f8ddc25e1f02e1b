/** Members who let each other spend their points. */
@NullMarked
package io.github.langgan.loyalty.model.pool;

import org.jspecify.annotations.NullMarked;
