package io.github.langgan.stack.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five services. */
public enum Service {
  CUSTOMER,
  PROFILE,
  LOYALTY,
  COMPLAINT,
  ANALYTICS;

  public static Optional<Service> named(String id) {
    return Arrays.stream(values()).filter(service -> service.id().equals(id)).findFirst();
  }

  /** Its name in paths, databases and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The jar that starts it. */
  public Path jar(Path root) {
    return root.resolve(id() + "-service/target/quarkus-app/quarkus-run.jar");
  }
}
