/** What a record was before, and who changed what of it when. */
@NullMarked
package io.github.langgan.customer.history;

import org.jspecify.annotations.NullMarked;
