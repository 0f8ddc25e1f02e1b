@NullMarked
package io.github.langgan.customer.registration;

import org.jspecify.annotations.NullMarked;
