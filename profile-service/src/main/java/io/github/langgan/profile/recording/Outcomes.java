package io.github.langgan.profile.recording;

import io.github.langgan.profile.recording.Recording.Conflict;
import io.github.langgan.profile.recording.Recording.Duplicate;
import io.github.langgan.profile.recording.Recording.Recorded;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of each report of a batch, by its place. */
final class Outcomes {

  private final @Nullable Recording[] recordings;

  Outcomes(int size) {
    recordings = new Recording[size];
  }

  void set(Entry entry, Recording recording) {
    recordings[entry.place()] = recording;
  }

  /** Asked before the accepted ones are published, which is their outcome. */
  boolean isRefused(Entry entry) {
    return recordings[entry.place()] != null;
  }

  /**
   * For a number that stood in the batch before: it counts as reported, even when it was refused.
   */
  void repeat(Entry entry, Entry first) {
    Recording before = Objects.requireNonNull(recordings[first.place()]);
    if (!entry.saysTheSameAs(first.number())) {
      set(entry, new Conflict(entry.report().externalId()));
    } else if (before instanceof Recorded recorded) {
      set(entry, new Duplicate(recorded.transaction().transactionId()));
    } else {
      set(entry, before);
    }
  }

  List<Recording> list() {
    return Arrays.stream(recordings).map(Objects::requireNonNull).toList();
  }
}
