/** What happened with a customer, whoever told us. */
@NullMarked
package io.github.langgan.profile.model.history;

import org.jspecify.annotations.NullMarked;
