/**
 * Two records of one customer become one, and two again. A merge is a saga over five services:
 * customer-service's own part is done with the request, the others answer the event.
 */
@NullMarked
package io.github.langgan.customer.merging;

import org.jspecify.annotations.NullMarked;
