@NullMarked
package io.github.langgan.customer.model.network;

import org.jspecify.annotations.NullMarked;
