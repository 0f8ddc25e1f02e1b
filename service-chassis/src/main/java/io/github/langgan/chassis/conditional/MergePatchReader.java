package io.github.langgan.chassis.conditional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.json.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a {@code PATCH}. */
@Provider
@Consumes(MergePatch.MEDIA_TYPE)
public final class MergePatchReader implements MessageBodyReader<MergePatch> {

  private final StrictJson json;
  private final ObjectMapper mapper;

  public MergePatchReader(StrictJson json, ObjectMapper mapper) {
    this.json = json;
    this.mapper = mapper;
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return type == MergePatch.class;
  }

  @Override
  public MergePatch readFrom(
      Class<MergePatch> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var patch = (ObjectNode) json.read(body.readAllBytes(), ObjectNode.class);
    return new MergePatch(patch, json, mapper);
  }
}
