package io.github.langgan.loyalty.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the undoing of a merge could not assign to one of the two.
 *
 * @param subject the membership
 * @param survivor points that concern the survivor
 * @param merged points that concern the record that was merged
 */
public record MergeConflictV1(
    Code code, UUID subject, @Nullable Long survivor, @Nullable Long merged) {

  public enum Code {
    /** One spent the other's points and has too few left: the membership goes short of these. */
    POINTS_SHORT("points-short"),
    /** They came for a record that is no member of the program: they stay where they are. */
    POINTS_WITHOUT_MEMBERSHIP("points-without-membership");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    @com.fasterxml.jackson.annotation.JsonValue
    public String text() {
      return text;
    }
  }
}
