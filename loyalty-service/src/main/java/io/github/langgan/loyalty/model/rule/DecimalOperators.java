package io.github.langgan.loyalty.model.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Decimals for CEL, which knows only binary floating point: {@code transaction.total / 1000.0} is
 * exact. Money enters as decimals; a literal next to a decimal is taken as it is written.
 */
final class DecimalOperators {

  static final CelType DECIMAL = OpaqueType.create("decimal");

  private static final Map<String, BinaryOperator<Decimal>> ARITHMETIC =
      Map.of(
          "_+_", Decimal::plus,
          "_-_", Decimal::minus,
          "_*_", Decimal::times,
          "_/_", Decimal::dividedBy,
          "min", (a, b) -> a.compareTo(b) <= 0 ? a : b,
          "max", (a, b) -> a.compareTo(b) >= 0 ? a : b);

  private static final Map<String, IntPredicate> COMPARISONS =
      Map.of("_<_", c -> c < 0, "_<=_", c -> c <= 0, "_>_", c -> c > 0, "_>=_", c -> c >= 0);

  private static final Map<String, UnaryOperator<Decimal>> UNARY =
      Map.of(
          "-_", Decimal::negated,
          "floor", a -> a.rounded(RoundingMode.FLOOR),
          "ceil", a -> a.rounded(RoundingMode.CEILING));

  /** What may stand beside a decimal, with the class of its values. */
  private static final Map<CelType, Class<?>> NUMBERS =
      Map.of(DECIMAL, Decimal.class, SimpleType.DOUBLE, Double.class, SimpleType.INT, Long.class);

  private final List<CelFunctionDecl> declarations = new ArrayList<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();

  DecimalOperators() {
    ARITHMETIC.forEach((name, operation) -> addBinary(name, DECIMAL, operation::apply));
    COMPARISONS.forEach(
        (name, test) -> addBinary(name, SimpleType.BOOL, (a, b) -> test.test(a.compareTo(b))));
    UNARY.forEach((name, operation) -> addUnary(name, DECIMAL, Decimal.class, operation::apply));
    addUnary("decimal", SimpleType.STRING, String.class, text -> new Decimal(new BigDecimal(text)));
  }

  List<CelFunctionDecl> declarations() {
    return declarations;
  }

  List<CelFunctionBinding> bindings() {
    return bindings;
  }

  private interface Binary {
    Object apply(Decimal left, Decimal right);
  }

  private interface Unary<T> {
    Decimal apply(T argument);
  }

  private void addBinary(String name, CelType result, Binary operation) {
    List<CelOverloadDecl> overloads = new ArrayList<>();
    NUMBERS.forEach(
        (left, leftClass) ->
            NUMBERS.forEach(
                (right, rightClass) -> {
                  if (left == DECIMAL || right == DECIMAL) {
                    String id = name + "_" + left.name() + "_" + right.name();
                    overloads.add(CelOverloadDecl.newGlobalOverload(id, result, left, right));
                    bindings.add(
                        CelFunctionBinding.from(
                            id,
                            leftClass,
                            rightClass,
                            (a, b) -> operation.apply(Decimal.of(a), Decimal.of(b))));
                  }
                }));
    declarations.add(CelFunctionDecl.newFunctionDeclaration(name, overloads));
  }

  private <T> void addUnary(String name, CelType type, Class<T> values, Unary<T> operation) {
    String id = name + "_" + type.name();
    declarations.add(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newGlobalOverload(id, DECIMAL, type)));
    bindings.add(CelFunctionBinding.from(id, values, operation::apply));
  }
}
