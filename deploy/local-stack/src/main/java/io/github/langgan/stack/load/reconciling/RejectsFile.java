package io.github.langgan.stack.load.reconciling;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lines that were not recorded, each with its reason, as CSV. */
public final class RejectsFile implements AutoCloseable {

  private final FileChannel file;
  private final CsvWriter csv;

  /**
   * @param keep so many bytes of what an earlier run wrote; 0 to begin anew
   */
  public RejectsFile(Path path, long keep) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      this.file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
              .truncate(keep);
      file.position(keep);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
      this.csv = CsvWriter.builder().build(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (keep == 0) {
      csv.writeRecord("line", "externalId", "reason");
    }
  }

  void add(long line, String externalId, String reason) {
    csv.writeRecord(Long.toString(line), externalId, reason);
  }

  /** Of the file, with everything in it. */
  long length() {
    try {
      csv.flush();
      return file.position();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
