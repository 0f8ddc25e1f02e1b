package io.github.langgan.stack.load.reconciling;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a load came, kept beside the rejects file.
 *
 * @param of what was loaded and where to: file, size, age, mapping, partner, address
 */
public record Checkpoint(String of, Tally tally, long rejectsLength) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  public long lines() {
    return tally.lines();
  }

  static Path beside(Path rejects) {
    return rejects.resolveSibling(rejects.getFileName() + ".progress");
  }

  /** Empty when there is none, or none of the same load, or its rejects are gone. */
  public static Optional<Checkpoint> find(Path rejects, String of) {
    try {
      Path file = beside(rejects);
      if (Files.notExists(file) || Files.notExists(rejects)) {
        return Optional.empty();
      }
      Checkpoint found = JSON.readValue(Files.readString(file), Checkpoint.class);
      return Optional.of(found)
          .filter(checkpoint -> checkpoint.of.equals(of))
          .filter(checkpoint -> checkpoint.rejectsLength <= rejects.toFile().length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void save(Path rejects) {
    try {
      WholeFile.write(beside(rejects), JSON.writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void forget(Path rejects) {
    try {
      Files.deleteIfExists(beside(rejects));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
