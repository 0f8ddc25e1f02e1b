package io.github.langgan.stack.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that a reader sees whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  public static void write(Path file, String text) {
    writeWith(file, text);
  }

  /** Readable by its owner only, from its first byte. */
  public static void writePrivately(Path file, String text) {
    writeWith(
        file,
        text,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void writeWith(Path file, String text, FileAttribute<?>... attributes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
      Files.deleteIfExists(draft);
      Files.createFile(draft, attributes);
      Files.writeString(draft, text);
      Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
