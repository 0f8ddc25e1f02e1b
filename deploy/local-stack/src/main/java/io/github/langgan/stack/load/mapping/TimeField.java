package io.github.langgan.stack.load.mapping;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in a column.
 *
 * @param pattern as of {@link DateTimeFormatter}; RFC 3339 when absent
 * @param zone of times without an offset, like Asia/Jakarta
 */
public record TimeField(String column, @Nullable String pattern, @Nullable String zone) {

  private static final OffsetDateTime SOME_TIME =
      OffsetDateTime.of(2001, 12, 23, 4, 5, 6, 0, ZoneOffset.UTC);

  public TimeField {
    if (column == null) {
      throw new IllegalArgumentException("a time needs a column");
    }
    DateTimeFormatter format = formatter(pattern);
    if (zone == null
        && !(format.parseBest(format.format(SOME_TIME), TimeReader.FORMS)
            instanceof OffsetDateTime)) {
      throw new IllegalArgumentException("a time without an offset needs a zone");
    }
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new IllegalArgumentException("no zone '" + zone + "'");
    }
  }

  public TimeReader reader() {
    return new TimeReader(
        column, formatter(pattern), zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
  }

  Stream<String> columns() {
    return Stream.of(column);
  }

  private static DateTimeFormatter formatter(@Nullable String pattern) {
    return pattern == null
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
        : DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
