package io.github.langgan.stack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs of this module in a JVM of their own.
 *
 * @param module the module's folder in the checkout
 */
public record JavaCommand(Path module) {

  /** What every JVM of the stack gets; a JDK that doesn't know one of them goes without. */
  public static final List<String> SMALL =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-Dlogback.configurationFile=stack/logback.xml");

  /** The module in a checkout; finds the root from any folder in it. */
  public static JavaCommand inCheckout(Path somewhere) {
    Path folder = somewhere.toAbsolutePath().normalize();
    while (folder != null && Files.notExists(folder.resolve("deploy/local-stack/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(somewhere + " is in no checkout of Langgan");
    }
    return new JavaCommand(folder.resolve("deploy/local-stack"));
  }

  public Path root() {
    return module.resolve("../..").normalize();
  }

  public Path target() {
    return module.resolve("target");
  }

  /** With the module's classes and jars as they are built; right for what lives no longer. */
  public List<String> fromBuild(String mainClass, List<String> options, List<String> arguments) {
    if (Files.notExists(lib())) {
      throw new IllegalStateException(
          "The local stack isn't built: run ./crm build, or mvn package -pl deploy/local-stack");
    }
    String classpath = target().resolve("classes") + File.pathSeparator + lib() + "/*";
    return command(classpath, mainClass, options, arguments);
  }

  /** With what {@link #stage} put into the folder. */
  public static List<String> staged(
      Path stage, String mainClass, List<String> options, List<String> arguments) {
    String classpath = stage.resolve("classes") + File.pathSeparator + stage.resolve("lib/*");
    return command(classpath, mainClass, options, arguments);
  }

  /** Puts the program aside, so that a later build leaves a running process alone. */
  public void stage(Path stage) {
    Folders.delete(stage);
    Folders.copy(target().resolve("classes"), stage.resolve("classes"));
    Folders.link(lib(), stage.resolve("lib"));
  }

  private Path lib() {
    return target().resolve("stack/lib");
  }

  private static List<String> command(
      String classpath, String mainClass, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Programs.java());
    command.addAll(SMALL);
    command.addAll(options);
    command.addAll(List.of("-cp", classpath, mainClass));
    command.addAll(arguments);
    return command;
  }
}
