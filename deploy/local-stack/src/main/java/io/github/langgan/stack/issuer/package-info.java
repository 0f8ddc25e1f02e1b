/** The OpenID Connect issuer of the local stack, and who may do what. */
@NullMarked
package io.github.langgan.stack.issuer;

import org.jspecify.annotations.NullMarked;
