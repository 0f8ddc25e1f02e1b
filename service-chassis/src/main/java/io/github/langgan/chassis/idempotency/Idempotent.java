package io.github.langgan.chassis.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method with an effect and no natural key: the caller must send an {@code
 * Idempotency-Key}, and a repeated key gets the first answer again, byte for byte. Opens the
 * transaction that the use case's {@code @Transactional} joins. A refusal, thrown or returned with
 * a status from 400, rolls back and leaves the key free.
 *
 * <p>What is kept of a {@code Response} is its status, headers and entity.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /**
   * False where a body may have a natural key of its own: without an {@code Idempotency-Key} the
   * method then runs plainly, and refuses a body that has none with {@code
   * Problems.IDEMPOTENCY_KEY_MISSING}.
   */
  @Nonbinding
  boolean required() default true;

  /** True where the answer holds a secret: it is stored encrypted. */
  @Nonbinding
  boolean confidential() default false;
}
