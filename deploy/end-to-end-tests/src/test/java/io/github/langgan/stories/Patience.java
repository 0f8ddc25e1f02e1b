package io.github.langgan.stories;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long every {@code await()} waits, also on a slow machine; only a story that fails does. */
public final class Patience implements BeforeAllCallback {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Override
  public void beforeAll(ExtensionContext story) {
    Awaitility.setDefaultTimeout(LONGEST);
  }
}
