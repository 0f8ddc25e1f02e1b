/** Customers' stages are followed as they buy and as they are silent, and told when they change. */
@NullMarked
package io.github.langgan.analytics.lifecycle;

import org.jspecify.annotations.NullMarked;
