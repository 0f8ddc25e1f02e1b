package io.github.langgan.analytics;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.BadInputContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BadInputTest extends BadInputContract {}
