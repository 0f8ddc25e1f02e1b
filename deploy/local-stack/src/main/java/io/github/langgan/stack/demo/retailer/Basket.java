package io.github.langgan.stack.demo.retailer;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws what is bought on a day. */
final class Basket {

  private static final Map<String, Product> BY_CODE =
      Stock.PRODUCTS.stream().collect(Collectors.toMap(Product::code, Function.identity()));
  private static final List<Product> FREE =
      Stock.PRODUCTS.stream().filter(product -> product.popularity() > 0).toList();
  private static final int MOST_FREE = 14;

  private Basket() {}

  /** Never empty, each product once. */
  static List<BasketLine> draw(Draw draw, LocalDate day) {
    Set<Product> products = new LinkedHashSet<>();
    for (Association association : Association.PLANTED) {
      association.draw(draw).forEach(code -> products.add(BY_CODE.get(code)));
    }
    int free = 1 + draw.few(0.72, MOST_FREE);
    for (int i = 0; i < free; i++) {
      products.add(draw.one(FREE, product -> product.popularity() * wanted(product, day)));
    }
    return products.stream().map(product -> line(product, draw, day)).toList();
  }

  private static BasketLine line(Product product, Draw draw, LocalDate day) {
    int price = product.priceOn(day);
    int quantity = 1 + draw.few(0.25, 5);
    int tenth = price * quantity / 1_000 * 100;
    return new BasketLine(
        product, quantity, price, product.costOn(day), draw.chance(0.08) ? tenth : 0);
  }

  private static double wanted(Product product, LocalDate day) {
    return switch (product.category()) {
      case "RAMADAN" -> Season.isRamadan(day) ? 9 : 0.3;
      case "AKHIR-TAHUN" -> Season.isYearEnd(day) ? 12 : 0.3;
      default -> 1;
    };
  }
}
