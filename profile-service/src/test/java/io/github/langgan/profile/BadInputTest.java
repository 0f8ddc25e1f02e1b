package io.github.langgan.profile;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiOperation;
import io.github.langgan.chassis.testing.http.BadInputContract;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BadInputTest extends BadInputContract {

  /** Only partners report transactions, whatever scope a manager has. */
  @Override
  public String token(ApiOperation operation) {
    return operation.scopes().contains("transactions:write")
        ? Tokens.partner("acme")
        : super.token(operation);
  }
}
