@NullMarked
package io.github.langgan.customer.network;

import org.jspecify.annotations.NullMarked;
