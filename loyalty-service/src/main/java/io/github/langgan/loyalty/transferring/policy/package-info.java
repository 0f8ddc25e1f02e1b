/** What transfers of a program have to keep to. */
@NullMarked
package io.github.langgan.loyalty.transferring.policy;

import org.jspecify.annotations.NullMarked;
