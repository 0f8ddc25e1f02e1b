package io.github.langgan.chassis.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Building and following schemas. */
final class Schemas {

  private static final String COMPONENTS = "#/components/schemas/";

  private Schemas() {}

  static Schema text(int maxLength, String pattern) {
    return of(SchemaType.STRING).maxLength(maxLength).pattern(pattern);
  }

  static Schema integer(long minimum, long maximum) {
    return of(SchemaType.INTEGER)
        .minimum(BigDecimal.valueOf(minimum))
        .maximum(BigDecimal.valueOf(maximum));
  }

  static Schema of(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }

  static Schema reference(String name) {
    return OASFactory.createSchema().ref(COMPONENTS + name);
  }

  static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }

  /** The component that a reference names, or the schema itself. */
  static @Nullable Schema resolve(OpenAPI api, @Nullable Schema schema) {
    var name = schema == null ? null : name(schema);
    return name == null ? schema : api.getComponents().getSchemas().get(name);
  }

  static @Nullable String name(Schema schema) {
    var reference = schema.getRef();
    return reference == null || !reference.startsWith(COMPONENTS)
        ? null
        : reference.substring(COMPONENTS.length());
  }
}
