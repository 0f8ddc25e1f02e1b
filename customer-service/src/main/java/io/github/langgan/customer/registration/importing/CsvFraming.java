package io.github.langgan.customer.registration.importing;

/** RFC 4180, strictly: what is quoted wrongly would run into the next rows. */
final class CsvFraming implements Framing {

  private enum Place {
    CELL_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private Place place = Place.CELL_START;
  private long quotedSince;

  @Override
  public boolean endsRow(byte b, long line) {
    boolean newLine = b == '\n' || b == '\r';
    if (place == Place.QUOTED) {
      place = b == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
      return false;
    }
    if (b == '"') {
      quote(line);
    } else if (b == ',' || newLine) {
      place = Place.CELL_START;
    } else if (place == Place.AFTER_QUOTE) {
      throw new MalformedFile(line, "goes on after a quoted cell; a quotation mark inside is two");
    } else {
      place = Place.PLAIN;
    }
    return newLine;
  }

  private void quote(long line) {
    if (place == Place.PLAIN) {
      throw new MalformedFile(line, "has a quotation mark in a cell that doesn't begin with one");
    }
    if (place == Place.CELL_START) {
      quotedSince = line;
    }
    place = Place.QUOTED;
  }

  @Override
  public boolean isBlank(byte b) {
    return b == '\n' || b == '\r';
  }

  @Override
  public void end() {
    if (place == Place.QUOTED) {
      throw new MalformedFile(quotedSince, "opens a quoted cell that is never closed");
    }
  }
}
