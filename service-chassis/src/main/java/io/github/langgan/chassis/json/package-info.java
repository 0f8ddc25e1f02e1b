/**
 * Reading JSON strictly, so that nothing a caller sent is lost, guessed or smuggled in; and events
 * leniently.
 */
@NullMarked
package io.github.langgan.chassis.json;

import org.jspecify.annotations.NullMarked;
