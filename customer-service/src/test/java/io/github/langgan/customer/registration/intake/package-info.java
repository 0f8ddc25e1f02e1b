@NullMarked
package io.github.langgan.customer.registration.intake;

import org.jspecify.annotations.NullMarked;
