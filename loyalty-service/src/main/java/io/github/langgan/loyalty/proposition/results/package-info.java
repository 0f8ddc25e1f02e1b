/** What became of a proposition's offers, and what they brought compared with a control group. */
@NullMarked
package io.github.langgan.loyalty.proposition.results;

import org.jspecify.annotations.NullMarked;
