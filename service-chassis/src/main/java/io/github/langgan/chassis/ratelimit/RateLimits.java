package io.github.langgan.chassis.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** {@code langgan.rate-limit.*}: generous, because bulk loaders are welcome. */
@ConfigMapping(prefix = "langgan.rate-limit")
public interface RateLimits extends RateLimit {

  @Override
  @WithDefault("2000")
  long perSecond();

  @Override
  @WithDefault("4000")
  long burst();

  /** Other limits for single clients: {@code langgan.rate-limit.client.<id>.per-second}. */
  Map<String, RateLimit> client();

  /** Of each caller that has no access token, but something else that lets it in. */
  Guest guest();

  /** A person at a page, not a program. */
  interface Guest extends RateLimit {
    @Override
    @WithDefault("10")
    long perSecond();

    @Override
    @WithDefault("50")
    long burst();
  }
}
