/**
 * How the time of finding duplicates grows with the customers, and how soon a new one is compared.
 */
@NullMarked
package io.github.langgan.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
