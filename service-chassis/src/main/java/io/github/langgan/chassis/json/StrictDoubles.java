package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** JSON numbers as doubles: 1e400 is refused, never infinity. */
final class StrictDoubles extends StdScalarDeserializer<Double> {

  StrictDoubles(Class<Double> type) {
    super(type);
  }

  @Override
  public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      return (Double) context.handleUnexpectedToken(handledType(), parser);
    }
    return StrictDecimals.bounded(parser).doubleValue();
  }

  @Override
  public Double getNullValue(DeserializationContext context)
      throws com.fasterxml.jackson.databind.JsonMappingException {
    if (handledType() == double.class) {
      context.reportInputMismatch(double.class, "Cannot map `null` into type `double`");
    }
    return null;
  }
}
