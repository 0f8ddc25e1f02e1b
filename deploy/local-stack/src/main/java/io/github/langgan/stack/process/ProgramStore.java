package io.github.langgan.stack.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Programs put aside under a name that stands for their content, so that a build or {@code mvn
 * clean} never pulls the ground from under a running process, and so that all stacks of a checkout
 * share them and their archives of loaded classes.
 */
public record ProgramStore(Path folder) {

  private static final int KEPT = 3;

  /**
   * The program of that name and print.
   *
   * @param make fills the folder that it is given; called only when the program isn't there yet
   */
  public Path program(String name, String print, Consumer<Path> make) {
    Path program = folder.resolve(name + "-" + print);
    if (Files.exists(program)) {
      return program;
    }
    Path draft = folder.resolve(".%s.%d".formatted(name, ProcessHandle.current().pid()));
    try {
      Folders.delete(draft);
      Files.createDirectories(draft);
      make.accept(draft);
      Files.move(draft, program, ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.notExists(program)) { // else another was quicker
        throw new UncheckedIOException(e);
      }
      Folders.delete(draft);
    }
    removeOld(name, program);
    return program;
  }

  /** Where a JVM of that name keeps the classes that it loads, to start faster the next time. */
  public static Path archive(Path program, String name) {
    return program.resolveSibling(program.getFileName() + "." + name + ".jsa");
  }

  private void removeOld(String name, Path current) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> old =
          all.filter(path -> path.getFileName().toString().matches(name + "-[0-9a-f]+"))
              .filter(path -> !path.equals(current))
              .sorted(Comparator.comparing(ProgramStore::age))
              .skip(KEPT - 1)
              .filter(path -> !inUse(path))
              .toList();
      old.forEach(this::remove);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(Path program) {
    String archives = program.getFileName() + ".";
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(path -> path.getFileName().toString().startsWith(archives))
          .forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Folders.delete(program);
  }

  private static long age(Path path) {
    return System.currentTimeMillis() - path.toFile().lastModified();
  }

  private static boolean inUse(Path program) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(program.toString()));
  }
}
