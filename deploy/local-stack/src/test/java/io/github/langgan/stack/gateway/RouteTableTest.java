package io.github.langgan.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RouteTableTest {

  private final RouteTable routes = RouteTable.load();

  @ParameterizedTest
  @CsvSource({
    "/v1/customers, CUSTOMER",
    "/v1/customers/batch, CUSTOMER",
    "/v1/transactions/batch, PROFILE",
    "/v1/profiles/1/timeline, PROFILE",
    "/v1/loyalty/memberships/1/lots, LOYALTY",
    "/v1/cases/1/resolution, COMPLAINT",
    "/v1/knowledge, COMPLAINT",
    "/v1/analytics/customers/1, ANALYTICS",
    "/v1/operator/loyalty/parked-events, LOYALTY"
  })
  void a_path_belongs_to_one_service(String path, Service owner) {
    assertThat(routes.ownerOf(path)).hasValue(owner);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void every_path_that_a_service_documents_is_its_own(Service service) throws IOException {
    Path document =
        Path.of(
            "..",
            "..",
            service.name().toLowerCase(Locale.ROOT) + "-service",
            "src/main/resources/contracts/openapi.yaml");
    List<String> paths;
    try (Stream<String> lines = Files.lines(document)) {
      paths = lines.filter(line -> line.startsWith("  /v1/")).map(String::strip).toList();
    }
    assertThat(paths).isNotEmpty();
    assertThat(paths)
        .allSatisfy(
            path -> {
              if (!path.startsWith("/v1/operat")) {
                assertThat(routes.ownerOf(path.replaceAll(":.*", ""))).hasValue(service);
              }
            });
  }

  @Test
  void what_only_begins_alike_belongs_to_nobody() {
    assertThat(routes.ownerOf("/v1/customers-of-others")).isEmpty();
    assertThat(routes.ownerOf("/v1/operator/nobody/x")).isEmpty();
    assertThat(routes.ownerOf("/q/metrics")).isEmpty();
    assertThat(routes.ownerOf("/")).isEmpty();
  }
}
