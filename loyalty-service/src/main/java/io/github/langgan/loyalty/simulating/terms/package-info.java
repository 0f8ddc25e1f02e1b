/** Terms are tried on the purchases of a period, before they are in force. */
@NullMarked
package io.github.langgan.loyalty.simulating.terms;

import org.jspecify.annotations.NullMarked;
