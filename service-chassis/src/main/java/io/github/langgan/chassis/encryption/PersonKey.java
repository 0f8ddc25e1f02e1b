package io.github.langgan.chassis.encryption;

import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What a data subject's personal data are encrypted with.
 *
 * @param key null once it is destroyed
 */
public record PersonKey(UUID id, UUID dataSubject, @Nullable SecretKey key) {}
