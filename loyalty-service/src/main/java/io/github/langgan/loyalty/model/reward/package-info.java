/** What members may have for points. */
@NullMarked
package io.github.langgan.loyalty.model.reward;

import org.jspecify.annotations.NullMarked;
