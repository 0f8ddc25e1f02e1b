/** Members join pools, in which they let each other spend their points. */
@NullMarked
package io.github.langgan.loyalty.pooling;

import org.jspecify.annotations.NullMarked;
