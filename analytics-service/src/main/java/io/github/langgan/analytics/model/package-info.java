/** Customers, scores, stages, segments: the rules, without a database. */
@NullMarked
package io.github.langgan.analytics.model;

import org.jspecify.annotations.NullMarked;
