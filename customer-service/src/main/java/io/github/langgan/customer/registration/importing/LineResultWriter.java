package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.registration.importing.ImportResults.Lines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON object in each line, as they are kept. */
record LineResultWriter(OutputStream out) implements ResultWriter {

  @Override
  public void write(Lines piece, @Nullable RowOutcome outcome) throws IOException {
    if (outcome == null) {
      out.write(piece.lines().getBytes(StandardCharsets.UTF_8));
      return;
    }
    String wanted = "\"outcome\":\"" + outcome + "\"";
    StringBuilder lines = new StringBuilder();
    piece
        .lines()
        .lines()
        .filter(line -> line.contains(wanted))
        .forEach(line -> lines.append(line).append('\n'));
    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
