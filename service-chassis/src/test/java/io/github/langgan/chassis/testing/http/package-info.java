/** What services' tests say about their HTTP interface: contracts to extend, tokens, checks. */
@NullMarked
package io.github.langgan.chassis.testing.http;

import org.jspecify.annotations.NullMarked;
