package io.github.langgan.chassis.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of a problem, also where it stands inside a bulk result. */
@Schema(name = "Problem", description = "An error as RFC 9457 describes it.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable String traceId,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<FieldError> errors,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extensions) {

  public static ProblemBody of(
      Problem problem, Locale language, @Nullable String instance, @Nullable String traceId) {
    var type = problem.type();
    return new ProblemBody(
        type.uri().toString(),
        type.title(language),
        type.status(),
        problem.detail(),
        instance,
        traceId,
        problem.errors(),
        new TreeMap<>(problem.extensions()));
  }

  /** For one item of a bulk answer, which has no instance of its own. */
  public static ProblemBody ofItem(Problem problem, Locale language) {
    return of(problem, language, null, null);
  }
}
