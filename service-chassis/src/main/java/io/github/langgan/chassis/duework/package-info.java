/** Work that falls due at a time: rows claimed with SKIP LOCKED, run once, across restarts. */
@NullMarked
package io.github.langgan.chassis.duework;

import org.jspecify.annotations.NullMarked;
