/**
 * What customers are worth and how they behave: facts from events, and the figures that follow from
 * them. Publishes score.*, lifecycle.* and merge.*; consumes crm.customer, crm.profile and
 * crm.complaint.
 */
@NullMarked
package io.github.langgan.analytics;

import org.jspecify.annotations.NullMarked;
