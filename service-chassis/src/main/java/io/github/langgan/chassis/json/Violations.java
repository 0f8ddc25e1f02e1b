package io.github.langgan.chassis.json;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** Violated constraints as errors with JSON pointers. */
public final class Violations {

  private Violations() {}

  public static <T> Problem toProblem(Set<ConstraintViolation<T>> violations) {
    return problem(violations.stream().anyMatch(Violations::isUnsafeText))
        .withErrors(
            violations.stream()
                .map(violation -> error(violation, pointer(violation.getPropertyPath())))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList());
  }

  public static Problem problem(boolean unsafeText) {
    return unsafeText
        ? Problem.of(Problems.UNSAFE_TEXT, "Some codes hold characters that are not acceptable")
        : Problem.of(Problems.VALIDATION, "The body holds values that are not acceptable");
  }

  public static boolean isUnsafeText(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAnnotation().annotationType() == Code.class;
  }

  public static FieldError error(ConstraintViolation<?> violation, String pointer) {
    var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return new FieldError(pointer, kebab(constraint.getSimpleName()), violation.getMessage());
  }

  /** JSON pointer of the steps that lead through the value. */
  public static String pointer(Iterable<Path.Node> path) {
    var pointer = new StringBuilder();
    for (var node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(node.getKey());
      }
      var named = node.getKind() == ElementKind.PROPERTY && node.getName() != null;
      if (named) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
