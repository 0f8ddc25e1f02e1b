/**
 * A file of registrations: received in pieces, worked off piece by piece, each row answered for.
 * What was received survives the process; a row counts once.
 */
@NullMarked
package io.github.langgan.customer.registration.importing;

import org.jspecify.annotations.NullMarked;
