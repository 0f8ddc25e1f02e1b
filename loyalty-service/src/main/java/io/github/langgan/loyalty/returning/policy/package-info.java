/** What becomes of points that returns should take and that were spent. */
@NullMarked
package io.github.langgan.loyalty.returning.policy;

import org.jspecify.annotations.NullMarked;
