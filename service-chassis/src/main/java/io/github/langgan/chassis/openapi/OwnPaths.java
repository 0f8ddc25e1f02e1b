package io.github.langgan.chassis.openapi;

import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/** {@code /v1/operator/{service}/…} under the name of this service. */
final class OwnPaths {

  private static final String PLACEHOLDER = "{service}";

  private OwnPaths() {}

  static void rename(OpenAPI api, String service) {
    var renamed = new LinkedHashMap<String, PathItem>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.contains(PLACEHOLDER)) {
                withoutParameter(item);
              }
              renamed.put(path.replace(PLACEHOLDER, service), item);
            });
    api.getPaths().setPathItems(renamed);
  }

  private static void withoutParameter(PathItem item) {
    if (item.getParameters() != null) {
      item.setParameters(
          item.getParameters().stream().filter(p -> !"service".equals(p.getName())).toList());
    }
    item.getOperations()
        .values()
        .forEach(
            operation -> {
              if (operation.getParameters() != null) {
                operation.setParameters(
                    operation.getParameters().stream()
                        .filter(p -> !"service".equals(p.getName()))
                        .toList());
              }
            });
  }
}
