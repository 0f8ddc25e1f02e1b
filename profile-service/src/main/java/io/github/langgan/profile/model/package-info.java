/** Transactions and the words they are told in. */
@NullMarked
package io.github.langgan.profile.model;

import org.jspecify.annotations.NullMarked;
