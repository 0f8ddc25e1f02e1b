/** Where each value of a record came from is told. */
@NullMarked
package io.github.langgan.customer.provenance;

import org.jspecify.annotations.NullMarked;
