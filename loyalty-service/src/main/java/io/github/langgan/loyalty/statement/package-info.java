/** What a membership holds, and every entry and lot that explains it. */
@NullMarked
package io.github.langgan.loyalty.statement;

import org.jspecify.annotations.NullMarked;
