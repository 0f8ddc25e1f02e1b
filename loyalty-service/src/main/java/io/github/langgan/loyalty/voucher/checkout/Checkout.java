package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.voucher.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be made with some codes.
 *
 * @param customer the record that was named; null: nobody
 */
record Checkout(
    List<String> codes,
    @Nullable CustomerId customer,
    String partner,
    String externalId,
    Order order) {}
