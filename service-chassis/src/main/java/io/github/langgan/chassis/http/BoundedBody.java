package io.github.langgan.chassis.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body without a declared length, refused at the first byte too many. */
final class BoundedBody extends FilterInputStream {

  private long left;

  BoundedBody(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw BodyGuard.tooLarge();
    }
  }
}
