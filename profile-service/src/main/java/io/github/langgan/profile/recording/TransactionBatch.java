package io.github.langgan.profile.recording;

import io.github.langgan.chassis.json.Item;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.profile.model.ReportedTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The items of a batch: those that can be recorded, and the answers of those that can't. */
final class TransactionBatch {

  private final List<ReportedTransaction> reports = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<BatchItem> rejected = new ArrayList<>();
  private final Locale language;

  private TransactionBatch(Locale language) {
    this.language = language;
  }

  /** Throws when the request is broken as a whole. */
  static TransactionBatch read(
      Iterator<Item<TransactionRequest>> items, Instant now, Locale language) {
    TransactionBatch batch = new TransactionBatch(language);
    items.forEachRemaining(item -> batch.add(item, now));
    return batch;
  }

  private void add(Item<TransactionRequest> item, Instant now) {
    switch (item) {
      case Item.Refused<TransactionRequest>(int index, Problem problem) ->
          rejected.add(BatchItem.rejected(index, null, problem, language));
      case Item.Read<TransactionRequest>(int index, TransactionRequest request) -> {
        try {
          reports.add(TransactionCheck.check(request, now));
          places.add(index);
        } catch (Problem problem) {
          rejected.add(BatchItem.rejected(index, request.externalId(), problem, language));
        }
      }
    }
  }

  List<ReportedTransaction> reports() {
    return reports;
  }

  /** The answers of all, in the order of the request. */
  BatchResult result(List<Recording> recordings) {
    BatchItem[] items = new BatchItem[reports.size() + rejected.size()];
    rejected.forEach(item -> items[item.index()] = item);
    for (int i = 0; i < reports.size(); i++) {
      int index = places.get(i);
      items[index] = BatchItem.of(index, reports.get(i).externalId(), recordings.get(i), language);
    }
    return BatchResult.of(Arrays.asList(items));
  }
}
