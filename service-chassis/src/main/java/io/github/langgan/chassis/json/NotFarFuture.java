package io.github.langgan.chassis.json;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For times at which something is said to have happened: at most a day ahead of our clock, since
 * clocks differ and time zones are confused.
 */
@Documented
@Constraint(validatedBy = NotFarFutureCheck.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotFarFuture {

  String message() default "must not lie in the future";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
