/** What the API description says beyond what annotations can. */
@NullMarked
package io.github.langgan.chassis.openapi;

import org.jspecify.annotations.NullMarked;
