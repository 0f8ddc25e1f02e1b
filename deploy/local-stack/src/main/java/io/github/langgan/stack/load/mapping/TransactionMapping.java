package io.github.langgan.stack.load.mapping;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How lines of a CSV file become transactions. Lines with the same externalId are one.
 *
 * @param customer absent when all are anonymous
 * @param returns absent when the file marks none
 * @param negativeQuantities of lines that aren't marked as a return's
 * @param window how many lines apart two lines of one transaction may stand, at most
 */
public record TransactionMapping(
    @Nullable Format format,
    Field externalId,
    TimeField occurredAt,
    @Nullable CustomerField customer,
    Field currency,
    @Nullable Field channel,
    Field product,
    @Nullable Field name,
    @Nullable Field category,
    Field quantity,
    Field unitPrice,
    @Nullable Field unitCost,
    @Nullable Field discount,
    @Nullable ReturnMark returns,
    NegativeQuantities negativeQuantities,
    @Nullable Integer window)
    implements Mapping {

  private static final int USUAL_WINDOW = 1_000;

  /** What becomes of a negative quantity outside of a return. */
  public enum NegativeQuantities {
    /** Rejected with a reason. */
    REJECT,
    /** Recorded in a return of its own, whose number ends with -R. */
    RETURN
  }

  public TransactionMapping {
    Mapping.need("externalId", externalId);
    Mapping.need("occurredAt", occurredAt);
    Mapping.need("currency", currency);
    Mapping.need("product", product);
    Mapping.need("quantity", quantity);
    Mapping.need("unitPrice", unitPrice);
    negativeQuantities =
        negativeQuantities == null ? NegativeQuantities.REJECT : negativeQuantities;
    if (window != null && window < 1) {
      throw new IllegalArgumentException("window must be at least 1");
    }
  }

  public int windowOrUsual() {
    return window == null ? USUAL_WINDOW : window;
  }

  @Override
  public Stream<String> columns() {
    return Stream.of(
            Field.columnsOf(externalId, currency, channel, product, name, category),
            Field.columnsOf(quantity, unitPrice, unitCost, discount),
            occurredAt.columns(),
            Stream.ofNullable(customer).flatMap(CustomerField::columns),
            Stream.ofNullable(returns).flatMap(ReturnMark::columns))
        .flatMap(columns -> columns);
  }
}
