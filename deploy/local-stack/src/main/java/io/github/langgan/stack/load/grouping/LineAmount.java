package io.github.langgan.stack.load.grouping;

import io.github.langgan.stack.load.csv.CsvLine;
import io.github.langgan.stack.load.mapping.Field;
import io.github.langgan.stack.load.mapping.ReturnMark;
import io.github.langgan.stack.load.mapping.ReturnMark.Quantities;
import io.github.langgan.stack.load.mapping.TransactionMapping;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a line.
 *
 * @param signed quantity × unit price − discount, negative when given back; null when unknown
 * @param problem null when they can be recorded
 */
record LineAmount(
    @Nullable Integer quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal unitCost,
    BigDecimal discount,
    @Nullable BigDecimal signed,
    @Nullable String problem) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
  private static final int MOST_DECIMALS = 4;

  static LineAmount read(CsvLine line, TransactionMapping mapping, boolean givenBack) {
    Number<Integer> quantity = Number.whole("quantity", mapping.quantity().in(line));
    Number<BigDecimal> price = Number.decimal("unit price", mapping.unitPrice().in(line));
    Number<BigDecimal> cost = Number.optional("unit cost", mapping.unitCost(), line);
    Number<BigDecimal> discount = Number.optional("discount", mapping.discount(), line);
    BigDecimal off = discount.value() == null ? BigDecimal.ZERO : discount.value();
    BigDecimal signed = signed(quantity.value(), price.value(), off);
    ReturnMark mark = mapping.returns();
    boolean turned = givenBack && mark != null && mark.quantities() == Quantities.POSITIVE;
    return new LineAmount(
        quantity.value(),
        price.value(),
        cost.value(),
        off,
        signed == null || !turned ? signed : signed.negate(),
        quantity.problem().or(price::problem).or(cost::problem).or(discount::problem).orElse(null));
  }

  int quantityOrThrow() {
    return Optional.ofNullable(quantity).orElseThrow();
  }

  BigDecimal unitPriceOrThrow() {
    return Optional.ofNullable(unitPrice).orElseThrow();
  }

  BigDecimal signedOrThrow() {
    return Optional.ofNullable(signed).orElseThrow();
  }

  private static @Nullable BigDecimal signed(
      @Nullable Integer quantity, @Nullable BigDecimal price, BigDecimal discount) {
    if (quantity == null || price == null) {
      return null;
    }
    BigDecimal off = quantity < 0 ? discount.negate() : discount;
    return price.multiply(BigDecimal.valueOf(quantity)).subtract(off);
  }

  /**
   * @param value may be known although it can't be recorded
   */
  private record Number<T>(@Nullable T value, Optional<String> problem) {

    static Number<Integer> whole(String name, String text) {
      if (!WHOLE.matcher(text).matches()) {
        return new Number<>(null, Optional.of("%s '%s' is no whole number".formatted(name, text)));
      }
      int value = Integer.parseInt(text);
      return new Number<>(value, Optional.ofNullable(value == 0 ? name + " is zero" : null));
    }

    static Number<BigDecimal> decimal(String name, String text) {
      if (!DECIMAL.matcher(text).matches()) {
        return new Number<>(null, Optional.of("%s '%s' is no number".formatted(name, text)));
      }
      BigDecimal value = new BigDecimal(text);
      return new Number<>(value, Optional.ofNullable(problem(name, value)));
    }

    static Number<BigDecimal> optional(String name, @Nullable Field field, CsvLine line) {
      String text = field == null ? "" : field.in(line);
      return text.isEmpty() ? new Number<>(null, Optional.empty()) : decimal(name, text);
    }

    private static @Nullable String problem(String name, BigDecimal value) {
      if (value.signum() < 0) {
        return "negative " + name;
      }
      return value.stripTrailingZeros().scale() > MOST_DECIMALS
          ? "%s has more than %d decimals".formatted(name, MOST_DECIMALS)
          : null;
    }
  }
}
