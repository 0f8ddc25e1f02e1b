package io.github.langgan.chassis.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.PublishedContracts;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeyContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"created", "destroyed"})
  void each_example_matches_its_schema_and_is_what_is_written(String what) {
    String type = "person-key." + what;
    byte[] example = PublishedContracts.example("keys", type, 1);
    String schema = new String(PublishedContracts.ownSchema(type, 1), UTF_8);
    Class<?> record =
        what.equals("created") ? PersonKeyCreatedV1.class : PersonKeyDestroyedV1.class;

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(new String(example, UTF_8), InputFormat.JSON))
        .isEmpty();
    byte[] written = EventJson.write(EventJson.read(example, record));
    assertThat(EventJson.read(written, Map.class)).isEqualTo(EventJson.read(example, Map.class));
  }

  @Test
  void the_example_was_wrapped_by_another_hand_with_the_local_service_key() {
    var told =
        EventJson.read(
            PublishedContracts.example("keys", PersonKeyCreatedV1.TYPE, 1),
            PersonKeyCreatedV1.class);
    String local = "local:bGFuZ2dhbiBvbiBvbmUgbWFjaGluZSwgbm8gc2VjcmU=";
    byte[] key =
        new ServiceKeys(Optional.of(List.of(local)), true)
            .unwrap(new WrappedKey(told.wrappedBy(), told.wrapped()))
            .getEncoded();

    // openssl enc -id-aes256-wrap
    assertThat(Base64.getEncoder().encodeToString(key))
        .isEqualTo("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  }
}
