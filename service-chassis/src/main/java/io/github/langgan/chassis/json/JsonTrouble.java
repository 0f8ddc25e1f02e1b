package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.util.List;

/** What is wrong with a JSON text, said with a pointer and without a class name. */
public final class JsonTrouble {

  private static final int LONGEST_NAME = 64;

  private JsonTrouble() {}

  public static Problem toProblem(JsonProcessingException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException e -> unknownField(e);
      case InvalidDefinitionException e -> Problem.of(Problems.INTERNAL).causedBy(e);
      case JsonMappingException e when e.getCause() instanceof Problem refusal ->
          located(refusal, pointer(e.getPath()));
      case ValueInstantiationException e -> invalid(e, "invalid", "is not acceptable");
      case MismatchedInputException e -> invalid(e, WireType.code(e), WireType.expected(e));
      default -> malformed(failure);
    };
  }

  /** JSON pointer (RFC 6901) of a Jackson path. */
  private static String pointer(List<JsonMappingException.Reference> path) {
    var pointer = new StringBuilder();
    for (var step : path) {
      pointer.append('/');
      if (step.getFieldName() != null) {
        pointer.append(shorten(step.getFieldName()).replace("~", "~0").replace("/", "~1"));
      } else if (step.getIndex() >= 0) {
        pointer.append(step.getIndex());
      }
    }
    return pointer.toString();
  }

  private static Problem unknownField(UnrecognizedPropertyException failure) {
    return Problem.of(
            Problems.UNKNOWN_FIELD, "Unknown field '" + shorten(failure.getPropertyName()) + "'")
        .withError(pointer(failure.getPath()), "unknown-field", "is not a field of this object");
  }

  private static Problem malformed(JsonProcessingException failure) {
    var at = failure.getLocation();
    var known = at != null && at.getLineNr() > 0;
    return Problem.of(
        Problems.MALFORMED,
        "The body is not acceptable JSON"
            + (known ? " at line " + at.getLineNr() + ", column " + at.getColumnNr() : ""));
  }

  private static Problem invalid(JsonMappingException failure, String code, String message) {
    return Problem.of(Problems.VALIDATION, "The body holds values that are not acceptable")
        .withError(pointer(failure.getPath()), code, message);
  }

  private static Problem located(Problem refusal, String at) {
    var moved = Problem.of(refusal.type(), refusal.getMessage());
    for (var error : refusal.errors()) {
      moved =
          moved.withErrors(
              List.of(new FieldError(at + error.pointer(), error.code(), error.message())));
    }
    return refusal.errors().isEmpty()
        ? moved.withError(at, refusal.type().slug(), refusal.getMessage())
        : moved;
  }

  private static String shorten(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
