/** Programs are set up: what purchases are worth, and for how long. */
@NullMarked
package io.github.langgan.loyalty.program;

import org.jspecify.annotations.NullMarked;
