package io.github.langgan.customer.registration.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void a_piece_ends_where_a_row_ends() {
    String row = "\"Siti, \r\n\"\"Rahma\"\"\",x\r\n";
    List<Piece> pieces = cut(row.repeat(2_500), new CsvFraming());
    assertThat(pieces).extracting(Piece::rows).containsExactly(1_000, 1_000, 500);
    assertThat(pieces).extracting(Piece::firstRow).containsExactly(1L, 1_001L, 2_001L);
    assertThat(pieces).extracting(Piece::firstLine).containsExactly(1L, 2_001L, 4_001L);
    assertThat(text(pieces)).isEqualTo(row.repeat(2_500));
  }

  @Test
  void pieces_of_long_rows_are_as_bounded_as_those_of_many() {
    String row = "x".repeat(300_000) + "\n";
    List<Piece> pieces = cut(row.repeat(20), new LineFraming());
    assertThat(pieces).hasSize(5).allMatch(piece -> piece.content().length < 1_300_000);
  }

  @Test
  void lines_end_in_any_way_and_blank_ones_are_no_rows() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      List<Piece> pieces = cut(end + "a,b" + end + end + "c,d" + end + end, new CsvFraming());
      assertThat(pieces).hasSize(1);
      assertThat(pieces.getFirst().rows()).isEqualTo(2);
      assertThat(pieces.getFirst().firstLine()).isEqualTo(2);
    }
  }

  @Test
  void the_last_row_needs_no_line_end() {
    assertThat(cut("a\nb", new LineFraming()).getFirst().rows()).isEqualTo(2);
  }

  @Test
  void nothing_but_blank_lines_is_held_in_no_memory() {
    assertThat(cut("\n".repeat(3_000_000), new LineFraming())).isEmpty();
  }

  @Test
  void no_more_is_read_than_the_next_piece() {
    AtomicLong read = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return read.incrementAndGet() % 80 == 0 ? '\n' : 'x';
          }
        };
    Pieces cut = new Pieces(endless, new LineFraming());
    for (int piece = 1; piece <= 20; piece++) {
      assertThat(cut.next().orElseThrow().rows()).isEqualTo(1_000);
      assertThat(read).hasValueLessThan(piece * 80_000 + 100_000);
    }
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_file() {
    assertThat(text(cut("\uFEFFa,b\n", new CsvFraming()))).isEqualTo("a,b\n");
  }

  @Test
  void wrong_quotes_are_told_with_their_line() {
    assertMalformed("a\n\"b\"c\n", "Line 2 goes on after a quoted cell");
    assertMalformed("a\nb\"c\n", "Line 2 has a quotation mark");
    assertMalformed("a\n\n\"b\nc\nd\n", "Line 3 opens a quoted cell that is never closed");
  }

  @Test
  void a_row_that_never_ends_is_not_read_to_its_end() {
    assertMalformed("a\n\"" + "x\n".repeat(700_000), "more than 1 MiB");
  }

  @Property(tries = 2_000)
  void every_row_that_is_counted_is_read(
      @ForAll @Chars({'a', '"', ',', ' ', '\r', '\n', '\uFEFF'}) @StringLength(max = 40)
          String file) {
    try {
      for (Piece piece : cut(file, new CsvFraming())) {
        assertThat(CsvText.rows(piece)).hasSize(piece.rows());
      }
    } catch (MalformedFile refused) {
      assertThat(file).contains("\"");
    }
  }

  private static void assertMalformed(String file, String detail) {
    assertThatThrownBy(() -> cut(file, new CsvFraming()))
        .isInstanceOfSatisfying(
            MalformedFile.class,
            malformed -> assertThat(malformed.toProblem().detail()).contains(detail));
  }

  private static List<Piece> cut(String file, Framing framing) {
    Pieces cut = new Pieces(dribbling(file), framing);
    List<Piece> pieces = new ArrayList<>();
    for (Optional<Piece> piece = cut.next(); piece.isPresent(); piece = cut.next()) {
      pieces.add(piece.get());
    }
    return pieces;
  }

  /** As a network does: a few bytes at a time. */
  private static InputStream dribbling(String file) {
    return new ByteArrayInputStream(file.getBytes(UTF_8)) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, 7));
      }
    };
  }

  private static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(new String(piece.content(), UTF_8)));
    return text.toString();
  }
}
