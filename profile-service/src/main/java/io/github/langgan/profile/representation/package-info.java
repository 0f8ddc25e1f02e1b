/** What callers see, where several capabilities answer the same. */
@NullMarked
package io.github.langgan.profile.representation;

import org.jspecify.annotations.NullMarked;
