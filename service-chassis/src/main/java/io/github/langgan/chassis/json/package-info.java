/** JSON as we accept it from callers, strictly, and as we read it from events, leniently. */
@NullMarked
package io.github.langgan.chassis.json;

import org.jspecify.annotations.NullMarked;
