@NullMarked
package io.github.langgan.customer.directory;

import org.jspecify.annotations.NullMarked;
