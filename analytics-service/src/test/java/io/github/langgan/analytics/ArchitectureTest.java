package io.github.langgan.analytics;

import io.github.langgan.chassis.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("facts");
  }
}
