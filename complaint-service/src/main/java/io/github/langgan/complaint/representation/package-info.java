/** Cases as callers see them. */
@NullMarked
package io.github.langgan.complaint.representation;

import org.jspecify.annotations.NullMarked;
