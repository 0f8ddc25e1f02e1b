package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import java.io.IOException;

/** Free-form values, with numbers that have an end. */
final class StrictUntyped extends UntypedObjectDeserializer {

  StrictUntyped() {
    super((JavaType) null, (JavaType) null);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
        ? StrictDecimals.bounded(parser)
        : super.deserialize(parser, context);
  }
}
