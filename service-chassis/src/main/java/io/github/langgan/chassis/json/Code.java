package io.github.langgan.chassis.json;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
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
 * For codes, e-mail addresses, card numbers and the like, which people compare by eye: printable
 * ASCII, with no space at either end. What fails is answered 400 {@code unsafe-text}, not 422.
 */
@Documented
@Constraint(validatedBy = PlainCode.class)
@Target({FIELD, METHOD, PARAMETER, ANNOTATION_TYPE, TYPE_USE, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {

  String message() default "must be printable ASCII without a space at either end";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
