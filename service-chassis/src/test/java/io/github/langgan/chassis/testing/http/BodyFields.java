package io.github.langgan.chassis.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Every object and every value of an operation's example, with its schema. */
final class BodyFields {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiOperation operation;
  private final List<Place> objects = new ArrayList<>();
  private final List<Place> values = new ArrayList<>();

  private BodyFields(ApiOperation operation) {
    this.operation = operation;
    walk("", operation.bodyExample(), operation.bodySchema());
  }

  static BodyFields of(ApiOperation operation) {
    return new BodyFields(operation);
  }

  List<Place> objects() {
    return objects;
  }

  List<Place> values() {
    return values;
  }

  private void walk(String pointer, JsonNode value, JsonNode schemaOrReference) {
    var schema = operation.document().resolve(schemaOrReference);
    if (!pointer.isEmpty()) {
      values.add(new Place(operation.bodyExample(), pointer, schema));
    }
    if (value.isObject() && schema.has("properties")) {
      objects.add(new Place(operation.bodyExample(), pointer, schema));
      value
          .properties()
          .forEach(
              field ->
                  walk(
                      pointer + "/" + field.getKey(),
                      field.getValue(),
                      schema.path("properties").path(field.getKey())));
    } else if (value.isArray() && !value.isEmpty()) {
      walk(pointer + "/0", value.get(0), schema.path("items"));
    }
  }

  /** A place in the example; the changes answer a changed copy of the whole. */
  record Place(JsonNode whole, String pointer, JsonNode schema) {

    ObjectNode with(String field, String json) {
      return changed(object -> object.set(field, parse(json)));
    }

    ObjectNode without(String field) {
      return changed(object -> object.remove(field));
    }

    String replaced(String json) {
      var marker = "\u0001here\u0001";
      var copy = (ObjectNode) whole.deepCopy();
      int slash = pointer.lastIndexOf('/');
      var parent = copy.at(pointer.substring(0, slash));
      var name = pointer.substring(slash + 1);
      if (parent instanceof ArrayNode array) {
        array.set(Integer.parseInt(name), marker);
      } else {
        ((ObjectNode) parent).put(name, marker);
      }
      return copy.toString().replace("\"\\u0001here\\u0001\"", json);
    }

    private ObjectNode changed(java.util.function.Consumer<ObjectNode> change) {
      var copy = (ObjectNode) whole.deepCopy();
      change.accept((ObjectNode) copy.at(pointer));
      return copy;
    }

    private static JsonNode parse(String json) {
      try {
        return JSON.readTree(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
