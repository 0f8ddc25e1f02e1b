package io.github.langgan.complaint;

import io.github.langgan.chassis.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
