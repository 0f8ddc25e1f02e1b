/** Who may be contacted: a view of what customers told customer-service. */
@NullMarked
package io.github.langgan.loyalty.model.contact;

import org.jspecify.annotations.NullMarked;
