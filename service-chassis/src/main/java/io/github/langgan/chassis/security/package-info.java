/** Who calls, what the token lets them do, and what production refuses to start with. */
@NullMarked
package io.github.langgan.chassis.security;

import org.jspecify.annotations.NullMarked;
