package io.github.langgan.customer.registration.importing;

/**
 * Some whole rows of a file.
 *
 * @param firstRow its place among the file's rows, from 1; blank ones and the header don't count
 * @param firstLine where the piece begins, from 1
 * @param rows how many
 * @param content in UTF-8
 */
record Piece(long firstRow, long firstLine, int rows, byte[] content) {}
