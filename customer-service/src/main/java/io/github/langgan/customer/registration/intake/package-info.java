/**
 * Forms that customers filled in (a warranty card, a credit application, …) are taken in: once
 * each, as a new customer or as what a known one's record lacks, with the form as its source.
 */
@NullMarked
package io.github.langgan.customer.registration.intake;

import org.jspecify.annotations.NullMarked;
