package io.github.langgan.chassis.problem;

/**
 * One thing wrong in a request.
 *
 * @param pointer a JSON pointer into the body ({@code /lines/0/quantity}), or {@code ?name} for a
 *     query parameter
 * @param code stable and for programs, e.g. {@code not-null}
 * @param message for people
 */
public record FieldError(String pointer, String code, String message) {}
