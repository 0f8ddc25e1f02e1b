package io.github.langgan.stack.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * This module as it is built: the programs in it are started from here, whoever asks and from
 * whichever classpath.
 *
 * @param folder the module's folder in the checkout
 */
public record StackModule(Path folder) {

  private static final String OWN_JAR = "local-stack-";

  /** The module in a checkout; finds the root from any folder in it. */
  public static StackModule inCheckout(Path somewhere) {
    Path folder = somewhere.toAbsolutePath().normalize();
    while (folder != null && Files.notExists(folder.resolve("deploy/local-stack/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(somewhere + " is in no checkout of Langgan");
    }
    return new StackModule(folder.resolve("deploy/local-stack"));
  }

  /** The module in the checkout that the system property {@code langgan.root} names, or in ours. */
  public static StackModule here() {
    String somewhere = System.getProperty("langgan.root", System.getProperty("user.dir"));
    return inCheckout(Path.of(somewhere));
  }

  public Path root() {
    return folder.resolve("../..").normalize();
  }

  public Path target() {
    return folder.resolve("target");
  }

  /** Shared by all stacks of the checkout. */
  public ProgramStore programs() {
    return new ProgramStore(root().resolve(".crm/programs"));
  }

  /** Runs a main class as it is built; right for what ends before the next build. */
  public List<String> builtCommand(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(JavaCommand.brief(options));
    String classpath = classes() + File.pathSeparator + checkedLib() + "/*";
    command.addAll(List.of("-cp", classpath, main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** Changes with the jars whose names begin so. */
  public String fingerprintOf(String jars) {
    return Fingerprint.of(checkedLib(), file -> file.getFileName().toString().startsWith(jars));
  }

  /** All classes and jars, from the program store. */
  public Path program() {
    return programs()
        .program(
            "stack",
            Fingerprint.of(classes()) + Fingerprint.of(checkedLib(), file -> !isOwn(file)),
            this::fill);
  }

  /** Runs a main class from the program store, as the process of that name. */
  public List<String> command(
      String name, Class<?> main, List<String> options, List<String> arguments) {
    Path program = program();
    List<String> command =
        new ArrayList<>(JavaCommand.archiving(ProgramStore.archive(program, name), options));
    command.addAll(List.of("-cp", program + "/*", main.getName()));
    command.addAll(arguments);
    return command;
  }

  private void fill(Path draft) {
    try (Stream<Path> jars = Files.list(checkedLib())) {
      for (Path jar : (Iterable<Path>) jars::iterator) {
        if (!isOwn(jar)) {
          Folders.linkOrCopy(jar, draft.resolve(jar.getFileName()));
        }
      }
      packClasses(draft.resolve("local-stack.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // our own jar may be older than our classes, and a folder on the classpath rules an archive out
  private void packClasses(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(classes())) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new JarEntry(classes().relativize(path).toString()));
        Files.copy(path, out);
      }
    }
  }

  private static boolean isOwn(Path jar) {
    return jar.getFileName().toString().startsWith(OWN_JAR);
  }

  private Path classes() {
    return target().resolve("classes");
  }

  private Path checkedLib() {
    Path lib = target().resolve("stack/lib");
    if (Files.notExists(lib)) {
      throw new IllegalStateException(
          "The local stack isn't built: run ./crm build, or mvn package -pl deploy/local-stack");
    }
    return lib;
  }
}
