package io.github.langgan.analytics;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.OpenApiDocumentContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiDocumentTest extends OpenApiDocumentContract {}
