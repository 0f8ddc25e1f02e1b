/** How fast a file of customers goes in, against plain JDBC. */
@NullMarked
package io.github.langgan.benchmarks.importing;

import org.jspecify.annotations.NullMarked;
