/** Partners report transactions. */
@NullMarked
package io.github.langgan.profile.recording;

import org.jspecify.annotations.NullMarked;
