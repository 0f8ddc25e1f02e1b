package io.github.langgan.complaint.model;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** What an installation promises its customers. */
@ConfigMapping(prefix = "langgan.clocks")
public interface ClockPromises {

  Map<CaseKind, Duration> resolutionByKind();

  /** Categories as the case's opener writes them, in any letter case. */
  Map<CaseKind, Map<String, Duration>> resolutionByCategory();
}
