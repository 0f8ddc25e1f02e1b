package io.github.langgan.chassis.disclosure;

import java.util.Map;

/** What a service holds of data subjects. */
public interface HeldData {

  /**
   * What they did and gave: a query by section, in their order. {@code :subjects} are the ids that
   * are asked for, {@code :owners} those under which their things may stand now.
   */
  Map<String, String> given();

  /** What was made of it, in the same way. */
  Map<String, String> made();
}
