package io.github.langgan.stack.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five services. */
public enum Service {
  /** Compares customers in its memory, a million in this. */
  CUSTOMER("2g"),
  PROFILE("192m"),
  LOYALTY("192m"),
  COMPLAINT("192m"),
  ANALYTICS("192m");

  private final String mostHeap;

  Service(String mostHeap) {
    this.mostHeap = mostHeap;
  }

  public static Optional<Service> named(String id) {
    return Arrays.stream(values()).filter(service -> service.id().equals(id)).findFirst();
  }

  /** Its name in paths, databases and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** It begins small, and grows when it must. */
  public List<String> heap() {
    return List.of("-Xms192m", "-Xmx" + mostHeap);
  }

  /** The jar that starts it. */
  public Path jar(Path root) {
    return root.resolve(id() + "-service/target/quarkus-app/quarkus-run.jar");
  }
}
