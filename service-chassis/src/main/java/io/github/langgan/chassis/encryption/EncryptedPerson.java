package io.github.langgan.chassis.encryption;

import static io.github.langgan.chassis.event.PersonalEvent.PERSON;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.json.EventJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The component {@code person} of an event as it is written for Kafka: encrypted with the key that
 * is the writer's attribute, or left out when that is destroyed.
 */
final class EncryptedPerson extends BeanPropertyWriter {

  static final Object KEY = PersonKey.class;

  private static final long serialVersionUID = 1;

  private EncryptedPerson(BeanPropertyWriter plain) {
    super(plain);
  }

  static Module module() {
    return new SimpleModule().setSerializerModifier(new Modifier());
  }

  @Override
  public void serializeAsField(Object event, JsonGenerator json, SerializerProvider writer)
      throws Exception {
    @Nullable Object person = get(event);
    PersonKey key = (PersonKey) writer.getAttribute(KEY);
    if (person != null && key.key() != null) {
      json.writeStringField(PERSON, PersonCipher.encrypt(EventJson.write(person), key.key()));
    }
  }

  private static final class Modifier extends BeanSerializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription type, List<BeanPropertyWriter> properties) {
      if (PersonalEvent.class.isAssignableFrom(type.getBeanClass())) {
        properties.replaceAll(
            plain -> plain.getName().equals(PERSON) ? new EncryptedPerson(plain) : plain);
      }
      return properties;
    }
  }
}
