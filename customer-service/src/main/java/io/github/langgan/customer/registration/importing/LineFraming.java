package io.github.langgan.customer.registration.importing;

/** A row is a line. */
final class LineFraming implements Framing {

  @Override
  public boolean endsRow(byte b, long line) {
    return b == '\n';
  }

  @Override
  public boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  @Override
  public void end() {}
}
