package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.FileFormat;

/**
 * What somebody wants done with a file.
 *
 * @param source of the rows that don't say their own
 * @param matching whether each new customer is compared with the others at once
 */
record ImportOrder(
    FileFormat format, Source source, boolean dryRun, boolean matching, Registrant by) {}
