package io.github.langgan.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A short text that changes with the files of a folder: their names, sizes and times. */
public final class Fingerprint {

  private static final int DIGITS = 10;

  private Fingerprint() {}

  public static String of(Path folder) {
    return of(folder, file -> true);
  }

  static String of(Path folder, Predicate<Path> counts) {
    try (Stream<Path> paths = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files = paths.filter(Files::isRegularFile).filter(counts).sorted().toList();
      for (Path file : files) {
        digest.update(line(folder, file).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String line(Path folder, Path file) throws IOException {
    return "%s %d %d%n"
        .formatted(
            folder.relativize(file), Files.size(file), Files.getLastModifiedTime(file).toMillis());
  }
}
