/** Who did what to which record and why: append-only, and sealed by a chain of hashes. */
@NullMarked
package io.github.langgan.chassis.audit;

import org.jspecify.annotations.NullMarked;
