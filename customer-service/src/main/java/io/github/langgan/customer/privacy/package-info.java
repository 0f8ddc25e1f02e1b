/**
 * What customers ask of us about the data that we hold of them: within three days, once it is
 * certain who asks.
 */
@NullMarked
package io.github.langgan.customer.privacy;

import org.jspecify.annotations.NullMarked;
