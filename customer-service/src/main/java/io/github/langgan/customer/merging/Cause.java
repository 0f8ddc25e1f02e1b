package io.github.langgan.customer.merging;

import java.util.UUID;

/** What brings the next version of a record: a merge or its undoing, and who wants it. */
record Cause(String form, UUID mergeId, String by) {}
