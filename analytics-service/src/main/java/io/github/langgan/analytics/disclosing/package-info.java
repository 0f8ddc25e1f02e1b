/** A customer wants to have what we hold of it: what was worked out about it. */
@NullMarked
package io.github.langgan.analytics.disclosing;

import org.jspecify.annotations.NullMarked;
