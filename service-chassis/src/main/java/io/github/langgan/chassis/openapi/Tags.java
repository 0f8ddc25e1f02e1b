package io.github.langgan.chassis.openapi;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Operations for those who run the service stand under one tag. */
final class Tags {

  private static final String OPERATING = "Operating";

  private Tags() {}

  static void describe(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith("/v1/operator/")) {
                item.getOperations().values().forEach(o -> o.setTags(List.of(OPERATING)));
              }
            });
    api.addTag(OASFactory.createTag().name(OPERATING).description("For those who run the service"));
    api.setTags(api.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
  }
}
