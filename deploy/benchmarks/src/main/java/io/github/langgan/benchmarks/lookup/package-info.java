/** How quickly a customer is found among a million. */
@NullMarked
package io.github.langgan.benchmarks.lookup;

import org.jspecify.annotations.NullMarked;
