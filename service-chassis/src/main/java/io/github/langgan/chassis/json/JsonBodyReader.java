package io.github.langgan.chassis.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every JSON body of a resource method, unless it asks for the bytes themselves. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements MessageBodyReader<Object> {

  private static final List<Class<?>> RAW =
      List.of(InputStream.class, Reader.class, String.class, byte[].class);

  private final StrictJson json;

  public JsonBodyReader(StrictJson json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type));
  }

  @Override
  public @Nullable Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readAllBytes();
    if (bytes.length == 0 && Arrays.stream(notes).anyMatch(OptionalBody.class::isInstance)) {
      return null;
    }
    return json.read(bytes, generic);
  }
}
