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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule can see: its declared fields, and a purchase's values for them. */
final class RuleVariables implements CelTypeProvider {

  static final String TRANSACTION = "transaction";
  static final String LINE = "line";
  static final String MEMBER = "member";
  static final String TIME = "time";
  static final Set<String> ALL = Set.of(TRANSACTION, LINE, MEMBER, TIME);

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

  static final StructType MEMBER_TYPE =
      struct(
          "{member}",
          Map.of(
              "firstPurchase", SimpleType.BOOL,
              "days", SimpleType.INT,
              "tier", SimpleType.STRING));

  /** Of the purchase, where the program lives; dayOfWeek from 1, Monday. */
  static final StructType TIME_TYPE =
      struct(
          "{time}",
          Map.of(
              "year", SimpleType.INT,
              "month", SimpleType.INT,
              "day", SimpleType.INT,
              "dayOfWeek", SimpleType.INT,
              "hour", SimpleType.INT));

  private static final List<StructType> TYPES =
      List.of(TRANSACTION_TYPE, LINE_TYPE, MEMBER_TYPE, TIME_TYPE);

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

  static Map<String, Object> of(Facts facts) {
    return Map.of(
        "firstPurchase", facts.firstPurchase(), "days", facts.days(), "tier", facts.tier());
  }

  static Map<String, Object> of(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return Map.of(
        "year", (long) local.getYear(),
        "month", (long) local.getMonthValue(),
        "day", (long) local.getDayOfMonth(),
        "dayOfWeek", (long) local.getDayOfWeek().getValue(),
        "hour", (long) local.getHour());
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
