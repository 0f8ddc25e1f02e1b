/** Stories that run through all five services, as a partner, an agent or an operator lives them. */
@NullMarked
package io.github.langgan.stories;

import org.jspecify.annotations.NullMarked;
