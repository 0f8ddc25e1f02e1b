/** The five services, as processes of a local stack. */
@NullMarked
package io.github.langgan.stack.service;

import org.jspecify.annotations.NullMarked;
