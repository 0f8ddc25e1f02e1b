package io.github.langgan.chassis.conditional;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The versions that a caller is ready to change. Take it as {@code @HeaderParam("If-Match")
 * IfMatch} of a {@code @PATCH} method, or of one with {@link RequiresIfMatch}: without the header
 * such a method is not reached (428).
 */
public record IfMatch(Set<String> tags) {

  private static final Pattern TAGS =
      Pattern.compile("\\*|(W/)?\"[!#-~]*\"(\\s*,\\s*(W/)?\"[!#-~]*\")*");

  /** The converter that JAX-RS looks for. */
  public static IfMatch valueOf(String header) {
    var value = header.strip();
    if (!TAGS.matcher(value).matches()) {
      throw Problem.of(Problems.INVALID_PARAMETER, "If-Match is not a list of entity tags")
          .withError("?If-Match", "invalid", "must be a list of entity tags, like \"7\"");
    }
    return new IfMatch(
        Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()));
  }

  /** Throws 412 {@code stale-version} when the resource has moved on. */
  public void check(long version) {
    if (!tags.contains("*") && !tags.contains("\"" + version + "\"")) {
      throw Problem.of(Problems.STALE_VERSION, "The resource is at version " + version)
          .with("version", version);
    }
  }
}
