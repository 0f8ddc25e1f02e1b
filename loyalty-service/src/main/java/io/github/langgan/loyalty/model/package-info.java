/** Programs and memberships, and the words that all acts share. */
@NullMarked
package io.github.langgan.loyalty.model;

import org.jspecify.annotations.NullMarked;
