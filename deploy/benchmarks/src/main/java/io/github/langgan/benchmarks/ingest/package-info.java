/** How fast transactions go in over HTTP, against plain JDBC, and how soon all views have them. */
@NullMarked
package io.github.langgan.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
