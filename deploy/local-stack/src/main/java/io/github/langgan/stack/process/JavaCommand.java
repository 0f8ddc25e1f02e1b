package io.github.langgan.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of the stack. */
public final class JavaCommand {

  /** A JDK that doesn't know one of these goes without it. */
  private static final List<String> SMALL =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-Dlogback.configurationFile=stack/logback.xml");

  /** The optimising compiler comes later than usual: a start takes a quarter less work. */
  private static final List<String> LATE_OPTIMISING =
      List.of(
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=160000");

  private JavaCommand() {}

  /** Keeps the classes that it loads for the next start, which halves the work of that. */
  public static List<String> archiving(Path archive, List<String> options) {
    List<String> command = new ArrayList<>(List.of(Programs.java()));
    command.addAll(SMALL);
    command.addAll(LATE_OPTIMISING);
    command.add("-XX:+AutoCreateSharedArchive");
    command.add("-XX:SharedArchiveFile=" + archive);
    // why an archive doesn't fit, and that a newer one replaces it, is nobody's worry
    command.addAll(List.of("-Xlog:cds*=off", "-Xlog:aot*=off"));
    command.addAll(options);
    return command;
  }

  /** For what runs briefly or does little. */
  public static List<String> brief(List<String> options) {
    List<String> command = new ArrayList<>(List.of(Programs.java()));
    command.addAll(SMALL);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    return command;
  }
}
