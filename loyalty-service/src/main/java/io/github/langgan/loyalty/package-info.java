/**
 * Loyalty owns programs, memberships, cards and the ledger of points. It publishes {@code
 * membership.opened} and {@code points.*}; it consumes {@code crm.customer} (who may be enrolled),
 * {@code crm.profile} (what earns points and what takes them back) and {@code crm.complaint}
 * (points promised to a complainant).
 */
@NullMarked
package io.github.langgan.loyalty;

import org.jspecify.annotations.NullMarked;
