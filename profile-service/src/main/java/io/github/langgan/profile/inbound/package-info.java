/** Events of other services, and the views that we keep of them. */
@NullMarked
package io.github.langgan.profile.inbound;

import org.jspecify.annotations.NullMarked;
