package io.github.langgan.chassis.http;

import io.github.langgan.chassis.json.Violations;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Violations of a resource method's constraints: in its body, its parameters or its answer. */
final class MethodViolations {

  private MethodViolations() {}

  static Problem toProblem(ConstraintViolationException failure) {
    var violations = List.copyOf(failure.getConstraintViolations());
    if (violations.stream().anyMatch(MethodViolations::inAnswer)) {
      return Problem.of(Problems.INTERNAL).causedBy(failure);
    }
    for (var violation : violations) {
      var parameter = parameter(violation);
      if (parameter != null && parameter.isAnnotationPresent(PathParam.class)) {
        return Problem.notFound();
      }
      var name = parameter == null ? null : parameterName(parameter, violation);
      if (name != null) {
        return Problem.invalidParameter(name, violation.getMessage());
      }
    }
    return Violations.problem(violations.stream().anyMatch(Violations::isUnsafeText))
        .withErrors(errors(violations));
  }

  private static List<FieldError> errors(List<ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(violation -> Violations.error(violation, Violations.pointer(inBody(violation))))
        .sorted(java.util.Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
        .toList();
  }

  private static boolean inAnswer(ConstraintViolation<?> violation) {
    for (var node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static List<Path.Node> inBody(ConstraintViolation<?> violation) {
    var steps = new ArrayList<Path.Node>();
    violation.getPropertyPath().forEach(steps::add);
    return steps;
  }

  private static @Nullable String parameterName(
      Parameter parameter, ConstraintViolation<?> violation) {
    var query = parameter.getAnnotation(QueryParam.class);
    var header = parameter.getAnnotation(HeaderParam.class);
    if (query != null) {
      return query.value();
    }
    if (header != null) {
      return header.value();
    }
    return parameter.isAnnotationPresent(BeanParam.class)
        ? inBody(violation).getLast().getName()
        : null;
  }

  private static @Nullable Parameter parameter(ConstraintViolation<?> violation) {
    @Nullable Method method = null;
    for (var node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.METHOD) {
        method = method(violation.getRootBeanClass(), node);
      } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
        return method.getParameters()[node.as(Path.ParameterNode.class).getParameterIndex()];
      }
    }
    return null;
  }

  /** On the class that was written: subclasses made by the container carry no annotations. */
  private static @Nullable Method method(Class<?> type, Path.Node node) {
    var parameters = node.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
    for (var at = type; at != null; at = at.getSuperclass()) {
      try {
        var method = at.getDeclaredMethod(node.getName(), parameters);
        if (!at.isSynthetic() && !at.getSimpleName().contains("_Subclass")) {
          return method;
        }
      } catch (NoSuchMethodException inherited) {
        continue;
      }
    }
    return null;
  }
}
