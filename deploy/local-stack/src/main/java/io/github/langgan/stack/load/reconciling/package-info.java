/** Every line of a file is recorded or rejected with a reason, and the sums agree. */
@NullMarked
package io.github.langgan.stack.load.reconciling;

import org.jspecify.annotations.NullMarked;
