package io.github.langgan.profile;

import io.github.langgan.chassis.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
