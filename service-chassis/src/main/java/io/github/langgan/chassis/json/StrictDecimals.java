package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** JSON numbers as decimals. What a double could not hold (1e400) is refused before it costs. */
final class StrictDecimals extends StdScalarDeserializer<BigDecimal> {

  private static final int LARGEST_EXPONENT = 308;

  StrictDecimals() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.currentToken().isNumeric()) {
      return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    }
    return bounded(parser);
  }

  static BigDecimal bounded(JsonParser parser) throws IOException {
    var value = parser.getDecimalValue();
    if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
      throw new JsonParseException(parser, "number out of range");
    }
    return value;
  }
}
