package io.github.langgan.customer.registration.importing;

import java.util.List;

/** Reads the rows of a piece; what is wrong with one is said of that one. */
interface RowReader {

  List<ReadRow> read(Piece piece);
}
