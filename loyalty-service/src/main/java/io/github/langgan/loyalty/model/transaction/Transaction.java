package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface Transaction permits Purchase, Return {

  TransactionId id();

  String partner();

  String externalId();

  @Nullable CustomerId customer();

  Instant occurredAt();

  String currency();

  @Nullable String channel();

  BigDecimal total();
}
