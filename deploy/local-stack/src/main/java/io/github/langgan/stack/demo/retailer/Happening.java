package io.github.langgan.stack.demo.retailer;

import java.time.Instant;
import java.util.List;

/** What a till reports. */
public sealed interface Happening {

  Shopper shopper();

  Instant at();

  String externalId();

  /** How a till names the shopper. */
  enum Naming {
    IDENTIFIER,
    /** By the number of the second registration. */
    DUPLICATE,
    EMAIL,
    NOBODY
  }

  /** Somebody buys. */
  record Purchase(
      Shopper shopper,
      String externalId,
      Instant at,
      String channel,
      Naming naming,
      List<BasketLine> lines)
      implements Happening {

    public long total() {
      return lines.stream().mapToLong(BasketLine::amount).sum();
    }
  }

  /**
   * Somebody brings something back.
   *
   * @param namesPurchase whether the till knows which purchase it is from
   * @param all then there is no piece
   * @param piece what is brought back, and how many of it, unless it is all
   */
  record GivenBack(
      Purchase purchase, Instant at, boolean namesPurchase, boolean all, BasketLine piece)
      implements Happening {

    @Override
    public Shopper shopper() {
      return purchase.shopper();
    }

    @Override
    public String externalId() {
      return purchase.externalId() + "-R";
    }
  }
}
