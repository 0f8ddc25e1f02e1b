package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Times with an offset and dates that exist, as text. A year beyond what a business knows is a
 * mistake: 1900–2199 for times, 1600–2199 for dates (organisations are old). Times are cut to
 * microseconds, which is what the database keeps.
 */
public final class StrictTimes<T> extends StdScalarDeserializer<T> {

  private static final int OLDEST_TIME = 1900;
  private static final int OLDEST_DATE = 1600;
  private static final int NEWEST = 2199;

  private final transient Function<String, T> parser;

  private StrictTimes(Class<T> type, Function<String, T> parser) {
    super(type);
    this.parser = parser;
  }

  static StrictTimes<Instant> instants() {
    return new StrictTimes<>(Instant.class, StrictTimes::instant);
  }

  static StrictTimes<LocalDate> dates() {
    return new StrictTimes<>(LocalDate.class, StrictTimes::date);
  }

  /** Throws {@link DateTimeException}. */
  public static Instant instant(String text) {
    var time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    requireYear(time.getYear(), OLDEST_TIME);
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Throws {@link DateTimeException}. */
  public static LocalDate date(String text) {
    var date = LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
    requireYear(date.getYear(), OLDEST_DATE);
    return date;
  }

  private static void requireYear(int year, int oldest) {
    if (year < oldest || year > NEWEST) {
      throw new DateTimeException("year " + year);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(handledType(), json);
    }
    var text = json.getText();
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      return (T) context.handleWeirdStringValue(handledType(), text, "not acceptable");
    }
  }
}
