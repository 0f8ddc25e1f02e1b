package io.github.langgan.customer.registration.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without a NUL, which no text in the database may have. */
final class CleanText {

  private CleanText() {}

  /** Throws {@link MalformedFile} with the line that isn't. */
  static void require(Piece piece) {
    byte[] bytes = piece.content();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
      if (result.isError()) {
        throw new MalformedFile(lineOf(piece, in.position()), "isn't in UTF-8");
      }
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new MalformedFile(lineOf(piece, i), "holds a NUL");
      }
    }
  }

  private static long lineOf(Piece piece, int index) {
    byte[] bytes = piece.content();
    long line = piece.firstLine();
    for (int i = 0; i < index; i++) {
      boolean first = i == 0 || bytes[i - 1] != '\r';
      if (bytes[i] == '\r' || bytes[i] == '\n' && first) {
        line++;
      }
    }
    return line;
  }
}
