/** How the countries write postal addresses. */
@NullMarked
package io.github.langgan.customer.model.postal;

import org.jspecify.annotations.NullMarked;
