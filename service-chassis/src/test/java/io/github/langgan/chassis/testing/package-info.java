/** Test parts that services share: real servers, a clock to move, events to send and to read. */
@NullMarked
package io.github.langgan.chassis.testing;

import org.jspecify.annotations.NullMarked;
