/**
 * What we know of each customer beyond the record: the transactions that partners report,
 * interactions, the timeline and the 360 view.
 *
 * <p>Publishes {@code transaction.*}, {@code interaction.*} and {@code merge.*} to {@code
 * crm.profile}. Consumes {@code crm.customer}, {@code crm.loyalty}, {@code crm.complaint} and
 * {@code crm.analytics} into views of its own.
 */
@NullMarked
package io.github.langgan.profile;

import org.jspecify.annotations.NullMarked;
