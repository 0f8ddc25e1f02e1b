/** The events that this service publishes. */
@NullMarked
package io.github.langgan.loyalty.contract;

import org.jspecify.annotations.NullMarked;
