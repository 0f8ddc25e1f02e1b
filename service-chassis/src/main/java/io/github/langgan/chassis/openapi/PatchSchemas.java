package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.conditional.MergePatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** A merge patch has the fields of what it changes, all optional; null removes optional ones. */
final class PatchSchemas {

  private PatchSchemas() {}

  static void describe(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(
            item ->
                item.getOperations()
                    .values()
                    .forEach(
                        operation -> {
                          var body = operation.getRequestBody();
                          var content = body == null ? null : body.getContent();
                          var media =
                              content == null ? null : content.getMediaType(MergePatch.MEDIA_TYPE);
                          if (media != null) {
                            describe(api, media);
                          }
                        }));
  }

  private static void describe(OpenAPI api, MediaType media) {
    var name = media.getSchema() == null ? null : Schemas.name(media.getSchema());
    var whole = Schemas.resolve(api, media.getSchema());
    if (name == null || whole == null || whole.getProperties() == null) {
      return;
    }
    var patch = Schemas.of(SchemaType.OBJECT).description("What to change; null removes");
    var required = whole.getRequired() == null ? List.<String>of() : whole.getRequired();
    var properties = new LinkedHashMap<String, Schema>();
    whole
        .getProperties()
        .forEach(
            (field, schema) ->
                properties.put(field, required.contains(field) ? schema : removable(schema)));
    patch.setProperties(properties);
    api.getComponents().addSchema(name + "Patch", patch);
    media.setSchema(Schemas.reference(name + "Patch"));
  }

  private static Schema removable(Schema schema) {
    if (schema.getRef() != null || schema.getType() == null || schema.getEnumeration() != null) {
      return OASFactory.createSchema().anyOf(List.of(schema, Schemas.of(SchemaType.NULL)));
    }
    var types = new ArrayList<>(schema.getType());
    if (!types.contains(SchemaType.NULL)) {
      types.add(SchemaType.NULL);
    }
    schema.setType(types);
    return schema;
  }
}
