package io.github.langgan.customer.registration.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a file into pieces that end where a row ends. Holds one piece at a time. */
final class Pieces {

  static final int ROWS = 1_000;
  private static final int BYTES = 1 << 20;
  static final int LONGEST_ROW = 1 << 20;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream file;
  private final Framing framing;
  private final byte[] buffer = new byte[1 << 16];
  private byte[] content = new byte[1 << 16];
  private int at;
  private int filled;
  private int length;
  private int rowStart;
  private boolean blank = true;
  private byte before;
  private long line = 1;
  private long firstLine = 1;
  private long rows;
  private int found;

  Pieces(InputStream file, Framing framing) {
    this.file = file;
    this.framing = framing;
    skipByteOrderMark();
  }

  /** All that was cut so far, the header left out. */
  long rows() {
    return rows;
  }

  /** The first row alone; it doesn't count as one. */
  Optional<Piece> header() {
    Optional<Piece> header = next(1);
    rows = 0;
    return header;
  }

  Optional<Piece> next() {
    return next(ROWS);
  }

  private Optional<Piece> next(int most) {
    begin();
    while (hasByte() && !isFull(most)) {
      take(buffer[at++]);
    }
    if (!hasByte()) {
      framing.end();
      endRow();
    }
    if (found == 0) {
      return Optional.empty();
    }
    rows += found;
    return Optional.of(
        new Piece(rows - found + 1, firstLine, found, Arrays.copyOf(content, length)));
  }

  /** At the first byte after a row; that of CR LF still belongs to it. */
  private boolean isFull(int most) {
    return found > 0
        && length == rowStart
        && (found >= most || length >= BYTES)
        && !(before == '\r' && buffer[at] == '\n');
  }

  private void take(byte b) {
    boolean ends = framing.endsRow(b, line);
    keep(b);
    blank &= framing.isBlank(b);
    if (b == '\r' || b == '\n' && before != '\r') {
      line++;
    }
    before = b;
    if (ends) {
      endRow();
    }
  }

  private void endRow() {
    found += blank ? 0 : 1;
    blank = true;
    rowStart = length;
    if (found == 0) {
      begin();
    }
  }

  private void begin() {
    length = 0;
    rowStart = 0;
    found = 0;
    firstLine = line;
  }

  private void keep(byte b) {
    if (length - rowStart == LONGEST_ROW) {
      throw new MalformedFile(line, "belongs to a row of more than 1 MiB");
    }
    if (length == content.length) {
      content = Arrays.copyOf(content, content.length * 2);
    }
    content[length++] = b;
  }

  private boolean hasByte() {
    if (at < filled) {
      return true;
    }
    try {
      filled = file.read(buffer, 0, buffer.length);
      at = 0;
      return filled > 0;
    } catch (IOException lineLost) {
      throw new MalformedFile(line, "is where the file broke off");
    }
  }

  private void skipByteOrderMark() {
    if (!hasByte()) {
      return;
    }
    while (filled < BYTE_ORDER_MARK.length && more()) {}
    if (filled >= BYTE_ORDER_MARK.length && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      at = BYTE_ORDER_MARK.length;
    }
  }

  private boolean more() {
    try {
      int read = file.read(buffer, filled, buffer.length - filled);
      filled += Math.max(read, 0);
      return read > 0;
    } catch (IOException lineLost) {
      throw new MalformedFile(line, "is where the file broke off");
    }
  }
}
