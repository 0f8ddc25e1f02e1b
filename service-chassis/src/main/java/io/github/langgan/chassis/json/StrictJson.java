package io.github.langgan.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Set;

/** Reads what callers send. Everything that is wrong with it becomes a {@link Problem}. */
@Singleton
public final class StrictJson {

  private final ObjectMapper mapper;
  private final Validator validator;

  public StrictJson(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /** One JSON value, not validated. */
  public Object read(byte[] json, Type type) {
    return read(json, 0, json.length, readerFor(type));
  }

  /**
   * The elements of {@code {"items":[…]}}, in order and one at a time; each is parsed and validated
   * on its own, so that a bad one spoils no other. More than {@code most} are refused as a whole.
   */
  public <T> Items<T> items(InputStream body, Class<T> type, int most) {
    return new Items<>(this, ItemBytes.ofArray(body), readerFor(type), type, most);
  }

  /** The same for the lines of {@code application/x-ndjson}. Blank lines are skipped. */
  public <T> Items<T> lines(InputStream body, Class<T> type, int most) {
    return new Items<>(this, ItemBytes.ofLines(body), readerFor(type), type, most);
  }

  /** By the body's media type: lines for {@code application/x-ndjson}, else an items array. */
  public <T> Items<T> itemsOrLines(InputStream body, String mediaType, Class<T> type, int most) {
    return mediaType.startsWith("application/x-ndjson")
        ? lines(body, type, most)
        : items(body, type, most);
  }

  /** A tree that was read before, as a value. */
  public <T> T convert(JsonNode tree, Class<T> type) {
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw ReadingOn.completed(
          JsonTrouble.toProblem(e),
          mapper.readerFor(type),
          reader -> reader.readValue(tree),
          validator);
    }
  }

  /** Throws a {@link Problem} with a pointer for each violated constraint. */
  public <T> T valid(T value) {
    Set<ConstraintViolation<T>> violations = validator.validate(value);
    if (!violations.isEmpty()) {
      throw Violations.toProblem(violations);
    }
    return value;
  }

  Object read(byte[] bytes, int from, int length, ObjectReader reader) {
    if (!SafeText.isSafe(bytes, from, length)) {
      throw Problem.of(
          Problems.MALFORMED, "The body is not clean UTF-8, or holds a NUL or half a character");
    }
    try (var parser = reader.createParser(bytes, from, length)) {
      if (parser.nextToken() == null) {
        throw Problem.of(Problems.MALFORMED, "The body is empty");
      }
      Object value = reader.readValue(parser);
      if (parser.nextToken() != null) {
        throw Problem.of(Problems.MALFORMED, "The body goes on after its end");
      }
      if (value == null) {
        throw Problem.invalid("", "not-null", "must not be null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw ReadingOn.completed(
          JsonTrouble.toProblem(e),
          reader,
          again -> again.readValue(bytes, from, length),
          validator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mapper's own check of trailing tokens reports them like a mismatch; ours follows. */
  private ObjectReader readerFor(Type type) {
    return mapper
        .readerFor(mapper.constructType(type))
        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
