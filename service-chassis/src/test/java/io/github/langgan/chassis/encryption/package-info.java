@NullMarked
package io.github.langgan.chassis.encryption;

import org.jspecify.annotations.NullMarked;
