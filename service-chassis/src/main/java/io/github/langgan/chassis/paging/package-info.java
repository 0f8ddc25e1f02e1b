/** Keyset paging with opaque cursors. */
@NullMarked
package io.github.langgan.chassis.paging;

import org.jspecify.annotations.NullMarked;
