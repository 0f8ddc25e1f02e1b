@NullMarked
package io.github.langgan.customer.model.consent;

import org.jspecify.annotations.NullMarked;
