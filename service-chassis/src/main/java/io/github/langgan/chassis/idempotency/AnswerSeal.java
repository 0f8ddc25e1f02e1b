package io.github.langgan.chassis.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.encryption.DerivedKeys;
import io.github.langgan.chassis.encryption.PersonCipher;
import io.github.langgan.chassis.encryption.ServiceKeys;
import jakarta.inject.Singleton;

/** Answers that hold secrets: who reads the table, or a copy of it, doesn't learn them. */
@Singleton
class AnswerSeal {

  private final DerivedKeys keys;

  AnswerSeal(ServiceKeys serviceKeys) {
    keys = serviceKeys.derived("idempotency-answer");
  }

  Answer sealed(Answer answer) {
    String body = PersonCipher.encrypt(answer.body(), keys.currentKey());
    return answer.withBody((keys.current() + "\n" + body).getBytes(UTF_8));
  }

  /** Refusals are not sealed: it is us who put them into the place of answers. */
  Answer opened(Answer answer) {
    if (answer.isRefusal()) {
      return answer;
    }
    String[] parts = new String(answer.body(), UTF_8).split("\n", 2);
    return answer.withBody(
        PersonCipher.decrypt(
            parts[1],
            keys.named(parts[0])
                .orElseThrow(() -> new IllegalStateException("no service key named " + parts[0]))));
  }
}
