package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a refused body once more and goes on past each value that can't be read, so that all that
 * is wrong with the body is told at once. The value read here serves for nothing else.
 */
final class ReadingOn extends DeserializationProblemHandler {

  /** The refused body, from its beginning. */
  interface Body {
    @Nullable Object readWith(ObjectReader reader) throws IOException;
  }

  private final List<FieldError> unreadable = new ArrayList<>();

  private ReadingOn() {}

  /** The refusal with what else is wrong, as far as one can read on. */
  static Problem completed(Problem refusal, ObjectReader reader, Body body, Validator validator) {
    if (!refusal.type().equals(Problems.VALIDATION)) {
      return refusal;
    }
    var on = new ReadingOn();
    var further = on.further(reader.withHandler(on), body, validator);
    if (on.unreadable.isEmpty()) {
      return refusal;
    }
    return further == null
        ? Problem.of(refusal.type(), refusal.getMessage()).withErrors(on.unreadable)
        : Problem.of(further.type(), further.getMessage())
            .withErrors(on.unreadable)
            .withErrors(further.errors().stream().filter(on::isNoConsequence).toList());
  }

  /** What is wrong with the rest, when it is of the same kind. */
  private @Nullable Problem further(ObjectReader reader, Body body, Validator validator) {
    try {
      var rest = body.readWith(reader);
      if (rest == null) {
        return null;
      }
      var violations = validator.validate(rest);
      return violations.isEmpty() ? null : Violations.toProblem(violations);
    } catch (JsonProcessingException e) {
      var end = JsonTrouble.toProblem(e);
      return end.type().equals(Problems.VALIDATION) ? end : null;
    } catch (IOException | ValidationException e) {
      return null;
    }
  }

  /** Whether it would be said as well if everything could have been read. */
  private boolean isNoConsequence(FieldError error) {
    return unreadable.stream()
        .noneMatch(known -> (known.pointer() + "/").startsWith(error.pointer() + "/"));
  }

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String text, String message)
      throws IOException {
    return pass(context.getParser(), type, message);
  }

  @Override
  public @Nullable Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> type, Number number, String message)
      throws IOException {
    return pass(context.getParser(), type, message);
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String message)
      throws IOException {
    boolean whole = parser.hasToken(token) && (token.isScalarValue() || token.isStructStart());
    return whole ? pass(parser, type.getRawClass(), message) : NOT_HANDLED;
  }

  /** A text or a number where an object is wanted. */
  @Override
  public @Nullable Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> type,
      ValueInstantiator instantiator,
      JsonParser parser,
      String message)
      throws IOException {
    return parser.currentToken().isScalarValue() ? pass(parser, type, message) : NOT_HANDLED;
  }

  private @Nullable Object pass(JsonParser parser, Class<?> type, String message)
      throws IOException {
    if (type.isPrimitive()) {
      return NOT_HANDLED;
    }
    var trouble = MismatchedInputException.from(parser, type, message);
    unreadable.add(
        new FieldError(
            parser.getParsingContext().pathAsPointer().toString(),
            WireType.code(trouble),
            WireType.expected(trouble)));
    parser.skipChildren();
    return null;
  }
}
