package io.github.langgan.chassis.testing.http;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts {@link ApiChecks} before every REST Assured call of every {@code @QuarkusTest}. */
public final class ApiChecksEverywhere implements QuarkusTestBeforeEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    if (ApiChecks.installed().isEmpty()) {
      ApiDocument.text().ifPresent(document -> RestAssured.filters(new ApiChecks(document)));
    }
  }
}
