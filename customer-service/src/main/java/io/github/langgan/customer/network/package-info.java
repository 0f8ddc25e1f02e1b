/**
 * The network around the company: parties, customers or not, what they are to the company, and how
 * they and customers are related to each other.
 */
@NullMarked
package io.github.langgan.customer.network;

import org.jspecify.annotations.NullMarked;
