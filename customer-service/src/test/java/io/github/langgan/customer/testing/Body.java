package io.github.langgan.customer.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The body of a registration: {@code person("Siti Rahma").email("siti@example.com").json()}. */
public record Body(ObjectNode node) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static Body person(String fullName) {
    ObjectNode node = JSON.createObjectNode().put("kind", "PERSON");
    node.putObject("name").put("full", fullName);
    return new Body(node);
  }

  /** Somebody whom the partner knows by a number that no other test uses. */
  public static Body known(String fullName) {
    return person(fullName).identifier("acme", unique());
  }

  /** A text that no other test uses. */
  public static String unique() {
    return UUID.randomUUID().toString().substring(0, 18);
  }

  /** Digits that no other test uses. */
  public static String uniquePhone() {
    return "+62811" + (10_000_000 + (UUID.randomUUID().hashCode() & 0x3FFFFFF));
  }

  /** A word of a name that no other test uses, and unlike any other: letters only. */
  public static String uniqueWord() {
    StringBuilder word = new StringBuilder();
    for (char digit : UUID.randomUUID().toString().substring(24).toCharArray()) {
      word.append((char) ('a' + Character.digit(digit, 16)));
    }
    return word.toString();
  }

  public Body email(String address) {
    return contact("EMAIL", address);
  }

  public Body phone(String number) {
    return contact("PHONE", number);
  }

  public Body contact(String type, String value) {
    node.withArray("contacts").addObject().put("type", type).put("value", value);
    return this;
  }

  /** As JSON, such as a postal one. */
  public Body contact(String json) {
    node.withArray("contacts").add(read(json));
    return this;
  }

  public Body identifier(String source, String value) {
    node.withArray("identifiers").addObject().put("source", source).put("value", value);
    return this;
  }

  /** Replaces a field by any JSON. */
  public Body with(String field, String json) {
    node.set(field, read(json));
    return this;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public String firstIdentifier() {
    return node.at("/identifiers/0/value").asText();
  }

  public String json() {
    return node.toString();
  }
}
