package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiDocument;
import io.github.langgan.chassis.testing.http.OpenApiDocumentContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SampleDocumentTest extends OpenApiDocumentContract {

  @Override
  protected Path file() {
    return Path.of("src/test/resources", ApiDocument.NAME);
  }
}
