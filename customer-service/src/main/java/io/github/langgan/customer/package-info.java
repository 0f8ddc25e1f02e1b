/**
 * The customer context: who our customers are.
 *
 * <p>Owns the golden record of every customer (names, birth date, contacts, identifiers, each with
 * its provenance, and what it was before), the rule that an identifier belongs to one customer, and
 * which records are of one person. Publishes {@code customer.registered} and {@code
 * customer.updated} on {@code crm.customer}, keyed by customer. Consumes nothing.
 */
@NullMarked
package io.github.langgan.customer;

import org.jspecify.annotations.NullMarked;
