package io.github.langgan.customer.registration.importing;

/** A piece whose rows were understood. */
record ReadPiece(Piece piece, PieceRows rows) {}
