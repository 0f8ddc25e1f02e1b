/**
 * The customer context: who our customers are.
 *
 * <p>Owns the golden record of every customer (names, birth date, contacts, identifiers, each with
 * its provenance, and what it was before), the rule that an identifier belongs to one customer,
 * which records are of one person, and the network of parties around them. Publishes {@code
 * customer.registered}, {@code customer.updated} and {@code intake.received} on {@code
 * crm.customer}, keyed by customer, {@code party.registered} and {@code party.updated}, keyed by
 * party, {@code relationship.established} and {@code relationship.ended}, keyed by relationship,
 * and there, too, under one key for all, {@code customer.merged} and {@code customer.unmerged}.
 * Consumes what the other four services answer to these ({@code merge.applied}, {@code
 * merge.undone}), to {@code customer.merge-proposed} ({@code merge.previewed}), to {@code
 * customer.erasure-requested} ({@code erasure.receipted}) and to {@code customer.access-requested}
 * ({@code access.prepared}), of analytics {@code lifecycle.changed}, and all that happens in the
 * five services, to tell those who registered a webhook for it.
 */
@NullMarked
package io.github.langgan.customer;

import org.jspecify.annotations.NullMarked;
