package io.github.langgan.loyalty;

import io.github.langgan.chassis.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("access");
  }
}
