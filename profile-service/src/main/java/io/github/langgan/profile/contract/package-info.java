/** The events that this service publishes. */
@NullMarked
package io.github.langgan.profile.contract;

import org.jspecify.annotations.NullMarked;
