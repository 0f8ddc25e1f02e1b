package io.github.langgan.loyalty.model.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches an account's lots that have something left and live, soonest to expire first. */
@FunctionalInterface
public interface SpendableLots {

  SpendableLots NONE = (last, at) -> List.of();

  /**
   * @param last fetched before; null at first
   * @return the next ones; empty at the end
   */
  List<Lot> after(@Nullable Lot last, Instant at);
}
