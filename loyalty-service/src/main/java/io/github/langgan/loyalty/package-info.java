/**
 * Loyalty owns programs, memberships, cards with the ranges of their numbers, the ledger of points,
 * rewards, and vouchers. It publishes {@code membership.*}, {@code card.*}, {@code points.*} and
 * {@code voucher.*}, and its part of merges as {@code merge.*}; it consumes {@code crm.customer}
 * (who may be enrolled, and which records are merged and split), {@code crm.profile} (what earns
 * points and what takes them back) and {@code crm.complaint} (points promised to a complainant).
 */
@NullMarked
package io.github.langgan.loyalty;

import org.jspecify.annotations.NullMarked;
