package io.github.langgan.stack.load.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.langgan.stack.launcher.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a CSV file with a header, never more of it than a buffer at a time. */
public final class CsvFile implements AutoCloseable {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path path;
  private final long size;
  private final CountedInput input;
  private final CloseableIterator<CsvRecord> records;
  private final Columns columns;

  /** Throws {@link Refused} when there is no such file, or nothing in it. */
  public CsvFile(Path path, char separator, Charset charset) {
    this.path = path;
    try {
      this.size = Files.size(path);
      this.input = new CountedInput(Files.newInputStream(path));
      this.records =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(new InputStreamReader(unpacked(input), charset))
              .iterator();
    } catch (IOException e) {
      throw new Refused("Can't read %s: %s".formatted(path, e));
    }
    this.columns = Columns.of(header());
  }

  public Columns columns() {
    return columns;
  }

  /** Empty at the end. */
  public Optional<CsvLine> next() {
    return nextRecord()
        .map(found -> new CsvLine(found.getStartingLineNumber(), columns, found.getFields()));
  }

  public long bytesRead() {
    return input.count();
  }

  /** As it is stored, packed or not. */
  public long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> header() {
    List<String> names =
        nextRecord().orElseThrow(() -> new Refused(path + " is empty")).getFields();
    return names.stream().map(name -> name.replace(BYTE_ORDER_MARK, "")).toList();
  }

  private Optional<CsvRecord> nextRecord() {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (CsvParseException | UncheckedIOException broken) {
      throw new Refused("%s can't be read on: %s".formatted(path, broken.getMessage()));
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }
}
