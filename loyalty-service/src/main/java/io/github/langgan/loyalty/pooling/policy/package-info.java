/** What pools of a program have to keep to. */
@NullMarked
package io.github.langgan.loyalty.pooling.policy;

import org.jspecify.annotations.NullMarked;
