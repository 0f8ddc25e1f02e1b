package io.github.langgan.stack.demo;

import io.github.langgan.stack.demo.retailer.Shopper;
import java.util.Map;
import java.util.Optional;

/** What the API calls the things that it was sent; each by the shopper's identifier. */
record Pushed(
    Map<String, String> customers, Map<String, String> memberships, Map<String, String> cases) {

  String customer(Shopper shopper) {
    return customers.get(shopper.identifier());
  }

  Optional<String> membership(Shopper shopper) {
    return Optional.ofNullable(memberships.get(shopper.identifier()));
  }

  Optional<String> caseOf(Shopper shopper) {
    return Optional.ofNullable(cases.get(shopper.identifier()));
  }
}
