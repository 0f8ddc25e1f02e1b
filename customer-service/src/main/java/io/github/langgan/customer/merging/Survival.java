package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Particulars;
import java.util.List;

/** What the survivor is after a merge, and from which of the two each value comes. */
record Survival(Particulars particulars, List<SurvivingField> fields) {}
