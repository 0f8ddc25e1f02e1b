package io.github.langgan.stack.demo.retailer;

import java.util.List;
import java.util.stream.Stream;

/**
 * Products that are bought together, by design. Its products are drawn in no other way, so its
 * measures are exact: those of an endless number of baskets.
 *
 * @param together how often all of the antecedent is in a basket
 * @param alone how often just one product of an antecedent of two is
 * @param confidence how often the consequent follows the antecedent
 * @param otherwise how often the consequent is in a basket without the antecedent
 */
public record Association(
    List<String> antecedent,
    String consequent,
    double together,
    double alone,
    double confidence,
    double otherwise) {

  public static final List<Association> PLANTED =
      List.of(
          new Association(List.of("MIE-INSTAN", "TELUR-10"), "SAMBAL-335", 0.12, 0.10, 0.65, 0.06),
          new Association(
              List.of("TERIGU-1K", "MARGARIN-200"), "PENGEMBANG", 0.06, 0.05, 0.55, 0.015),
          new Association(List.of("POPOK-M34"), "TISU-BASAH", 0.07, 0, 0.60, 0.03));

  public double support() {
    return together * confidence;
  }

  public double consequentShare() {
    return together * confidence + (1 - together) * otherwise;
  }

  public double lift() {
    return confidence / consequentShare();
  }

  /** Those of its products that are in a basket. */
  List<String> draw(Draw draw) {
    double place = draw.share();
    if (place < together) {
      return draw.chance(confidence) ? all() : antecedent;
    }
    int single = (int) ((place - together) / alone);
    List<String> some =
        alone > 0 && single < antecedent.size() ? List.of(antecedent.get(single)) : List.of();
    return draw.chance(otherwise) ? with(some) : some;
  }

  private List<String> all() {
    return with(antecedent);
  }

  private List<String> with(List<String> products) {
    return Stream.concat(products.stream(), Stream.of(consequent)).toList();
  }
}
