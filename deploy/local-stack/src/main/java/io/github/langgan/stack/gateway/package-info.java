/** One port for all: routes by path, documents, consoles, a start page. Holds the issuer too. */
@NullMarked
package io.github.langgan.stack.gateway;

import org.jspecify.annotations.NullMarked;
