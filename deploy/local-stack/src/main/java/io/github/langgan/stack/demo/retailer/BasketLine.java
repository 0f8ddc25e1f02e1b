package io.github.langgan.stack.demo.retailer;

/**
 * Rupiah, which have no decimals in shops.
 *
 * @param discount of the whole line
 */
public record BasketLine(Product product, int quantity, int unitPrice, int unitCost, int discount) {

  public long amount() {
    return (long) quantity * unitPrice - discount;
  }
}
