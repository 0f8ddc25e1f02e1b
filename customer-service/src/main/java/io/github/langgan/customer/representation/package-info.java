/** The JSON of a customer, which all capabilities speak: bodies as they come, views as they go. */
@NullMarked
package io.github.langgan.customer.representation;

import org.jspecify.annotations.NullMarked;
