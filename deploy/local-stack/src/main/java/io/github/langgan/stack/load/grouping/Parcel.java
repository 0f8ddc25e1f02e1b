package io.github.langgan.stack.load.grouping;

import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import io.github.langgan.stack.load.grouping.ReadLine.Unusable;
import java.util.List;

/** A part of the file that is settled as a whole. */
sealed interface Parcel {

  /** Lines of one transaction, in the order of the file. Never empty. */
  record Transaction(List<Sale> sales) implements Parcel {}

  /** A line that is not sent at all. */
  record Leftover(Unusable line) implements Parcel {}
}
