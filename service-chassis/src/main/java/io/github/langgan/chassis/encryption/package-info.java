/**
 * Personal data on Kafka can be read by who has the data subject's key, and by nobody once it is
 * destroyed (docs/adr/0015). Keys are stored and told wrapped by a service key, which only the
 * services have.
 */
@NullMarked
package io.github.langgan.chassis.encryption;

import org.jspecify.annotations.NullMarked;
