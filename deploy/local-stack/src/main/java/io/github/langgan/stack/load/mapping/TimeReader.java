package io.github.langgan.stack.load.mapping;

import io.github.langgan.stack.load.csv.CsvLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalQuery;
import java.util.Optional;

/** Reads times; lines that follow each other often have the same. */
public final class TimeReader {

  static final TemporalQuery<?>[] FORMS = {
    OffsetDateTime::from, LocalDateTime::from, LocalDate::from
  };

  private final String column;
  private final DateTimeFormatter format;
  private final ZoneId zone;
  private String lastText = "";
  private Optional<Instant> last = Optional.empty();

  TimeReader(String column, DateTimeFormatter format, ZoneId zone) {
    this.column = column;
    this.format = format;
    this.zone = zone;
  }

  /** Empty when it can't be understood. */
  public Optional<Instant> read(CsvLine line) {
    String text = line.field(column);
    if (!text.equals(lastText)) {
      last = parse(text);
      lastText = text;
    }
    return last;
  }

  private Optional<Instant> parse(String text) {
    try {
      return Optional.of(
          switch (format.parseBest(text, FORMS)) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            case Object other -> throw new IllegalStateException("not asked for: " + other);
          });
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
