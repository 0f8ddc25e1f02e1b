@NullMarked
package io.github.langgan.customer.registration.importing;

import org.jspecify.annotations.NullMarked;
