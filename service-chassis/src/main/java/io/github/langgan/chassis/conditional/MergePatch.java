package io.github.langgan.chassis.conditional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.json.StrictJson;

/**
 * A JSON merge patch (RFC 7396) on its way to what it changes. The resource method says what its
 * body looks like with {@code @RequestBodySchema(UpdateCase.class)}.
 */
public final class MergePatch {

  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final ObjectNode patch;
  private final StrictJson json;
  private final ObjectMapper mapper;

  MergePatch(ObjectNode patch, StrictJson json, ObjectMapper mapper) {
    this.patch = patch;
    this.json = json;
    this.mapper = mapper;
  }

  /**
   * The request that would lead from the current state to the wanted one, read and validated as
   * strictly as any other. {@code null} in the patch makes a field null.
   *
   * @param current the fields that callers may change, as they stand
   */
  public <T> T applyTo(T current) {
    @SuppressWarnings("unchecked")
    var type = (Class<T>) current.getClass();
    // first with the nulls in place: names that do not exist are refused also where they are null
    json.convert(merge(mapper.valueToTree(current), patch, true), type);
    return json.valid(json.convert(merge(mapper.valueToTree(current), patch, false), type));
  }

  private static JsonNode merge(JsonNode target, JsonNode patch, boolean keepNulls) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    var merged = target instanceof ObjectNode object ? object : changes.objectNode();
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull() && !keepNulls) {
                merged.remove(change.getKey());
              } else {
                merged.set(
                    change.getKey(),
                    merge(merged.path(change.getKey()), change.getValue(), keepNulls));
              }
            });
    return merged;
  }
}
