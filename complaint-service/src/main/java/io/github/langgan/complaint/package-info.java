/**
 * Cases: inquiries and complaints from opening to closure, the clocks that run on them, and what
 * was promised to make good. Publishes case.*, clock.*, compensation.* and merge.*; consumes
 * crm.customer and crm.loyalty.
 */
@NullMarked
package io.github.langgan.complaint;

import org.jspecify.annotations.NullMarked;
