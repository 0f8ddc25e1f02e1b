package io.github.langgan.chassis.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Where the API is served: wherever the description was read. */
final class Servers {

  private Servers() {}

  static void describe(OpenAPI api) {
    var here = OASFactory.createServer().url("/").description("The gateway, local or production");
    here.addExtension("x-internal", "false");
    api.setServers(List.of(here));
  }
}
