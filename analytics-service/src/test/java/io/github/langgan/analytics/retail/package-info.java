/** A retailer's real transactions, taken in as facts. */
package io.github.langgan.analytics.retail;
