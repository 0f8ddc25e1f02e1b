/** Reading cases. */
@NullMarked
package io.github.langgan.complaint.directory;

import org.jspecify.annotations.NullMarked;
