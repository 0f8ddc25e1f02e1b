/** What a service holds of somebody who asks for it, gathered and sent in parts. */
@NullMarked
package io.github.langgan.chassis.disclosure;

import org.jspecify.annotations.NullMarked;
