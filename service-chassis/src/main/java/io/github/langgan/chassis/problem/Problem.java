package io.github.langgan.chassis.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller. Immutable; the {@code with…} methods answer a copy. Its
 * {@code detail} is read by strangers: no personal data of others, no SQL, no class names.
 */
public final class Problem extends RuntimeException {

  private final ProblemType type;
  private final List<FieldError> errors;
  private final Map<String, Object> extensions;
  private final Map<String, String> headers;

  private Problem(
      ProblemType type,
      @Nullable String detail,
      List<FieldError> errors,
      Map<String, Object> extensions,
      Map<String, String> headers,
      @Nullable Throwable cause) {
    super(detail, cause, false, cause != null);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.extensions = Map.copyOf(extensions);
    this.headers = Map.copyOf(headers);
  }

  public static Problem of(ProblemType type) {
    return new Problem(type, null, List.of(), Map.of(), Map.of(), null);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of(), Map.of(), null);
  }

  /** 404; answer the same for what is missing and for what belongs to someone else. */
  public static Problem notFound() {
    return of(Problems.NOT_FOUND);
  }

  /** 422 at one place of the body. */
  public static Problem invalid(String pointer, String code, String message) {
    return of(Problems.VALIDATION).withError(pointer, code, message);
  }

  /** 400 for a query parameter, header or path segment. */
  public static Problem invalidParameter(String name, String message) {
    return of(Problems.INVALID_PARAMETER, name + " " + message)
        .withError("?" + name, "invalid", message);
  }

  public Problem withDetail(String newDetail) {
    return new Problem(type, newDetail, errors, extensions, headers, getCause());
  }

  public Problem withError(String pointer, String code, String message) {
    return withErrors(List.of(new FieldError(pointer, code, message)));
  }

  public Problem withErrors(List<FieldError> more) {
    var all = new ArrayList<>(errors);
    all.addAll(more);
    return new Problem(type, super.getMessage(), all, extensions, headers, getCause());
  }

  /** An extension member, e.g. {@code available} of {@code insufficient-points}. */
  public Problem with(String member, Object value) {
    var all = new LinkedHashMap<>(extensions);
    all.put(member, value);
    return new Problem(type, super.getMessage(), errors, all, headers, getCause());
  }

  public Problem withHeader(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(type, super.getMessage(), errors, extensions, all, getCause());
  }

  public Problem retryAfter(Duration delay) {
    return withHeader("Retry-After", Long.toString(Math.max(1, delay.toSeconds())));
  }

  public Problem causedBy(Throwable cause) {
    return new Problem(type, super.getMessage(), errors, extensions, headers, cause);
  }

  public ProblemType type() {
    return type;
  }

  public @Nullable String detail() {
    return super.getMessage();
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> extensions() {
    return extensions;
  }

  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public String getMessage() {
    var detail = super.getMessage();
    return detail == null ? type.slug() : detail;
  }
}
