/** What parties and customers are to each other: said, confirmed, ended, and asked for. */
@NullMarked
package io.github.langgan.customer.network.relationship;

import org.jspecify.annotations.NullMarked;
