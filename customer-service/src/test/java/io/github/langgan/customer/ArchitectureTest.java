package io.github.langgan.customer;

import io.github.langgan.chassis.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("access", "correction");
  }
}
