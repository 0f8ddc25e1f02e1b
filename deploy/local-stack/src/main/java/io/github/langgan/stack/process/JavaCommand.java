package io.github.langgan.stack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs of this module with its classpath, whoever asks and from whichever classpath. */
public record JavaCommand(Path module) {

  private static final String LOGGING = "-Dlogback.configurationFile=stack/logback.xml";

  /** The module in a checkout; finds the root from any folder in it. */
  public static JavaCommand inCheckout(Path somewhere) {
    Path folder = somewhere.toAbsolutePath().normalize();
    while (folder != null && !Files.exists(folder.resolve("deploy/local-stack/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(somewhere + " is in no checkout of Langgan");
    }
    return new JavaCommand(folder.resolve("deploy/local-stack"));
  }

  public Path target() {
    return module.resolve("target");
  }

  public List<String> of(String mainClass, List<String> options, List<String> arguments) {
    Path lib = target().resolve("stack/lib");
    if (Files.notExists(lib)) {
      throw new IllegalStateException(
          "The local stack isn't built: run ./crm build, or mvn package -pl deploy/local-stack");
    }
    List<String> command = new ArrayList<>();
    command.add(Programs.java());
    command.addAll(options);
    command.add(LOGGING);
    command.add("-cp");
    command.add(target().resolve("classes") + File.pathSeparator + lib + "/*");
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
