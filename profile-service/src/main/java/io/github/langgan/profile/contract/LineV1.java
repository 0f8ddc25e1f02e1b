package io.github.langgan.profile.contract;

import static io.github.langgan.chassis.money.Decimals.format;

import io.github.langgan.profile.model.LineId;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a transaction.
 *
 * @param quantity positive, also in a return
 * @param amount quantity × unitPrice − discount
 * @param returnOf in a return the purchase's line that it gives back, if one was found
 */
@Schema(name = "TransactionLine")
public record LineV1(
    @Schema(required = true) int line,
    @Schema(required = true) String product,
    @Nullable String name,
    @Nullable String category,
    @Schema(required = true) int quantity,
    @Schema(required = true) String unitPrice,
    @Nullable String unitCost,
    @Schema(required = true) String discount,
    @Schema(required = true) String amount,
    @Nullable ReturnOf returnOf) {

  /** A line of a purchase. */
  @Schema(name = "ReturnedLine", description = "The purchase's line that is given back")
  public record ReturnOf(
      @Schema(required = true) UUID transactionId, @Schema(required = true) int line) {}

  public static List<LineV1> of(Transaction transaction) {
    String currency = transaction.currency();
    List<LineV1> lines = new ArrayList<>(transaction.lines().size());
    for (TransactionLine line : transaction.lines()) {
      lines.add(of(line, currency));
    }
    return lines;
  }

  private static LineV1 of(TransactionLine line, String currency) {
    LineId returnOf = line.returnOf();
    return new LineV1(
        line.line(),
        line.product(),
        line.name(),
        line.category(),
        line.quantity(),
        format(line.unitPrice(), currency),
        line.unitCost() == null ? null : format(line.unitCost(), currency),
        format(line.discount(), currency),
        format(line.amount(), currency),
        returnOf == null ? null : new ReturnOf(returnOf.transactionId(), returnOf.line()));
  }
}
