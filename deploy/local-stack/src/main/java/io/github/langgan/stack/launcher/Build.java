package io.github.langgan.stack.launcher;

import io.github.langgan.stack.service.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the services' jars. */
record Build(Checkout checkout) {

  private static final Pattern MODULE = Pattern.compile("Building (.+?) +\\[(\\d+)/(\\d+)]");

  /** Does nothing when there is a jar of every service, however old. */
  void buildMissing() {
    List<String> missing =
        Arrays.stream(Service.values())
            .filter(service -> Files.notExists(service.jar(checkout.root())))
            .map(service -> service.id() + "-service")
            .toList();
    if (!missing.isEmpty()) {
      System.err.println("Building " + String.join(", ", missing) + "; the first time takes long.");
      run(List.of("package", "-DskipTests", "-am", "-pl", String.join(",", missing)));
    }
  }

  void run(List<String> arguments) {
    Path log = checkout.home().resolve("logs/build.log");
    List<String> all = new ArrayList<>(List.of("--batch-mode"));
    all.addAll(arguments);
    List<String> errors = new ArrayList<>();
    int status;
    try (Progress progress = new Progress("Building", "is being built")) {
      status =
          new Maven(checkout)
              .run(
                  all,
                  log,
                  line -> {
                    report(line, progress);
                    if (line.startsWith("[ERROR]")) {
                      errors.add(line);
                    }
                  });
    }
    if (status != 0) {
      String first = errors.stream().limit(20).collect(Collectors.joining("\n"));
      throw new Refused("The build failed; all of it is in %s.%n%s".formatted(log, first));
    }
  }

  private static void report(String line, Progress progress) {
    Matcher module = MODULE.matcher(line);
    if (module.find()) {
      if (module.group(2).equals("1")) {
        progress.begins(Integer.parseInt(module.group(3)));
      }
      progress.done(module.group(1));
    }
  }
}
