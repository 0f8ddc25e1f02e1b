package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.json.Item;
import io.github.langgan.chassis.json.StrictJson;
import io.github.langgan.customer.registration.RegisterCustomer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Lines that are bodies of registrations. */
record LineReader(StrictJson json) implements RowReader {

  @Override
  public List<ReadRow> read(Piece piece) {
    List<ReadRow> rows = new ArrayList<>(piece.rows());
    long[] lines = lines(piece);
    var body = new ByteArrayInputStream(piece.content());
    json.lines(body, RegisterCustomer.class, Integer.MAX_VALUE)
        .forEachRemaining(
            item ->
                rows.add(
                    switch (item) {
                      case Item.Read<RegisterCustomer> read ->
                          new ReadRow.Good(lines[read.index()], read.value(), problem -> problem);
                      case Item.Refused<RegisterCustomer> refused ->
                          new ReadRow.Bad(lines[refused.index()], refused.problem());
                    }));
    return rows;
  }

  /** Where each row begins: blank lines are no rows. */
  private static long[] lines(Piece piece) {
    Framing framing = new LineFraming();
    long[] lines = new long[piece.rows()];
    long line = piece.firstLine();
    int row = 0;
    boolean blank = true;
    for (byte b : piece.content()) {
      if (blank && !framing.isBlank(b)) {
        blank = false;
        lines[row++] = line;
      }
      if (b == '\n') {
        line++;
        blank = true;
      }
    }
    return lines;
  }
}
