package io.github.langgan.chassis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.IndexView;

/**
 * Completes the generated description with what holds for every operation of every service:
 * security, problems, headers, limits and examples. Runs when the service is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

  private final ResourceMethods methods;

  public ApiDescription(IndexView index) {
    this.methods = new ResourceMethods(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    ConfigProvider.getConfig()
        .getOptionalValue("langgan.service", String.class)
        .ifPresent(service -> OwnPaths.rename(api, service));
    PatchSchemas.describe(api);
    Servers.describe(api);
    ScopedSecurity.describe(api, methods.scopes());
    ProblemSchemas.describe(api);
    CommonHeaders.describe(api);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((verb, operation) -> complete(api, path, verb, operation)));
    RequestSchemas.close(api);
    SchemaLimits.describe(api);
    Tags.describe(api);
    UnusedComponents.remove(api);
  }

  private void complete(
      OpenAPI api,
      String path,
      HttpMethod verb,
      org.eclipse.microprofile.openapi.models.Operation operation) {
    var described = new DescribedOperation(api, path, verb, operation, methods.of(operation));
    VoidAnswers.describe(described);
    CommonParameters.describe(described);
    JsonLines.describe(described);
    FileAnswers.describe(described);
    Examples.embed(described);
    ScopedSecurity.describe(described);
    CommonHeaders.describe(described);
    ProblemResponses.describe(described);
  }
}
