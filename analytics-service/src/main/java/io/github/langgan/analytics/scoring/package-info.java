/** Recency, frequency and monetary scores against the quintiles of all customers. */
@NullMarked
package io.github.langgan.analytics.scoring;

import org.jspecify.annotations.NullMarked;
