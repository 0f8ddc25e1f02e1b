/**
 * A customer wants to have what we hold of it: what partners, agents and other contexts told of it.
 */
@NullMarked
package io.github.langgan.profile.disclosing;

import org.jspecify.annotations.NullMarked;
