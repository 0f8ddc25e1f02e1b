package io.github.langgan.chassis.inbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A write that answers {@link ReadAfter#POSITION_HEADER}; the API description then names it. Of an
 * operation that answers 201, the other answers say that nothing was written, and have none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersPosition {}
