/** A stack of its own, of whose services only one runs. */
@NullMarked
package io.github.langgan.benchmarks.alone;

import org.jspecify.annotations.NullMarked;
