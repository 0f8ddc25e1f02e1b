@NullMarked
package io.github.langgan.profile.interaction;

import org.jspecify.annotations.NullMarked;
