/** What happens at the retailer, through the public API. */
@NullMarked
package io.github.langgan.stack.demo.push;

import org.jspecify.annotations.NullMarked;
