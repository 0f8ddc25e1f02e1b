package io.github.langgan.loyalty.model.rule;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule can see: its declared fields, and a purchase's values for them. */
final class RuleVariables implements CelTypeProvider {

  static final String TRANSACTION = "transaction";
  static final String LINE = "line";

  /** The braces keep an expression from naming the type, so it can't make up values of it. */
  static final StructType TRANSACTION_TYPE =
      struct(
          "{transaction}",
          Map.of(
              "partner", SimpleType.STRING,
              "channel", SimpleType.STRING,
              "currency", SimpleType.STRING,
              "occurredAt", SimpleType.TIMESTAMP,
              "total", DecimalOperators.DECIMAL));

  static final StructType LINE_TYPE =
      struct(
          "{line}",
          Map.of(
              "product", SimpleType.STRING,
              "category", SimpleType.STRING,
              "quantity", SimpleType.INT,
              "unitPrice", DecimalOperators.DECIMAL,
              "discount", DecimalOperators.DECIMAL,
              "amount", DecimalOperators.DECIMAL));

  private static final List<StructType> TYPES = List.of(TRANSACTION_TYPE, LINE_TYPE);

  /** Absent texts are empty. */
  static Map<String, Object> of(Purchase purchase) {
    return Map.of(
        "partner", purchase.partner(),
        "channel", text(purchase.channel()),
        "currency", purchase.currency(),
        "occurredAt", purchase.occurredAt(),
        "total", new Decimal(purchase.total()));
  }

  static Map<String, Object> of(PurchaseLine line) {
    return Map.of(
        "product",
        line.product(),
        "category",
        text(line.category()),
        "quantity",
        line.quantity(),
        "unitPrice",
        new Decimal(line.unitPrice()),
        "discount",
        new Decimal(line.discount()),
        "amount",
        new Decimal(line.amount()));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(TYPES);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return TYPES.stream().filter(type -> type.name().equals(name)).<CelType>map(t -> t).findFirst();
  }

  private static StructType struct(String name, Map<String, CelType> fields) {
    return StructType.create(
        name,
        ImmutableSet.copyOf(fields.keySet()),
        field -> Optional.ofNullable(fields.get(field)));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
