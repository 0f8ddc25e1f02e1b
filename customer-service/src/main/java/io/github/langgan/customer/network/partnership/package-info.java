/** By what programs partners call our API, and who they are. */
@NullMarked
package io.github.langgan.customer.network.partnership;

import org.jspecify.annotations.NullMarked;
