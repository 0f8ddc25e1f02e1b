@NullMarked
package io.github.langgan.chassis.alias;

import org.jspecify.annotations.NullMarked;
