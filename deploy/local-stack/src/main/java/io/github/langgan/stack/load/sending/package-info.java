/** Batches on their way to the API, sent again until there is an answer. */
@NullMarked
package io.github.langgan.stack.load.sending;

import org.jspecify.annotations.NullMarked;
