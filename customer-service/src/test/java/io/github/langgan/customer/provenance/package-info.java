@NullMarked
package io.github.langgan.customer.provenance;

import org.jspecify.annotations.NullMarked;
