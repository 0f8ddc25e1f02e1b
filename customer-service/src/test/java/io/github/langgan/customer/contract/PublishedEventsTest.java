package io.github.langgan.customer.contract;

import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "customer",
        Map.of(
            "customer.registered", CustomerRegisteredV1.class,
            "customer.updated", CustomerUpdatedV1.class));
  }
}
