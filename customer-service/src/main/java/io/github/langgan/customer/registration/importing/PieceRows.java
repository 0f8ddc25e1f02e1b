package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.registration.Registration;
import io.github.langgan.customer.registration.RegistrationResult;
import io.github.langgan.customer.registration.RegistrationResult.AlreadyRegistered;
import io.github.langgan.customer.registration.RegistrationResult.IdentifierTaken;
import io.github.langgan.customer.registration.RegistrationResult.Registered;
import io.github.langgan.customer.representation.BodyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a piece: those that can be registered, and why the others can't. */
final class PieceRows {

  private static final ProblemType TAKEN = ProblemType.of("identifier-taken");

  private sealed interface Meaning {}

  private record Meaningless(RowResult result) implements Meaning {}

  /** A row that says something of a customer. */
  record Said(long row, long line, Registration registration, UnaryOperator<Problem> located)
      implements Meaning {

    RowResult result(RegistrationResult result) {
      return switch (result) {
        case Registered(var customer, var position) ->
            RowResult.registered(row, line, customer.id());
        case AlreadyRegistered(var id, int version) -> RowResult.duplicate(row, line, id);
        case IdentifierTaken(var identifier, var holder) -> taken(identifier, holder);
      };
    }

    RowResult taken(Identifier identifier, @Nullable CustomerId holder) {
      int place = registration.particulars().identifiers().indexOf(identifier);
      Problem problem =
          Problem.of(TAKEN, "Another customer has this identifier")
              .withError("/identifiers/" + place, "taken", "another customer has it");
      Problem told = holder == null ? problem : problem.with("customerId", holder.value());
      return RowResult.rejected(row, line, located.apply(told));
    }
  }

  private final List<Said> said = new ArrayList<>();
  private final @Nullable RowResult[] results;
  private final long firstRow;

  private PieceRows(Piece piece) {
    this.firstRow = piece.firstRow();
    this.results = new RowResult[piece.rows()];
  }

  /** Most of the work is to understand what the rows say; it is shared out among processors. */
  static PieceRows read(Piece piece, RowReader rows, BodyReader reader, Source usual) {
    PieceRows read = new PieceRows(piece);
    List<ReadRow> all = rows.read(piece);
    IntStream.range(0, all.size())
        .parallel()
        .mapToObj(i -> meaning(piece.firstRow() + i, all.get(i), reader, usual))
        .toList()
        .forEach(read::add);
    return read;
  }

  List<Said> said() {
    return said;
  }

  List<Registration> registrations() {
    return said.stream().map(Said::registration).toList();
  }

  /** All that they name: what else says that a registration is the same includes them. */
  Set<Identifier> identifiers() {
    return said.stream()
        .flatMap(one -> one.registration().particulars().identifiers().stream())
        .collect(Collectors.toSet());
  }

  /**
   * @param ofSaid one for each of {@link #said()}
   */
  List<RowResult> results(List<RowResult> ofSaid) {
    ofSaid.forEach(this::put);
    return List.of(results);
  }

  private void add(Meaning meaning) {
    switch (meaning) {
      case Said one -> said.add(one);
      case Meaningless(RowResult result) -> put(result);
    }
  }

  private static Meaning meaning(long row, ReadRow read, BodyReader reader, Source usual) {
    return switch (read) {
      case ReadRow.Bad(long line, Problem problem) ->
          new Meaningless(RowResult.rejected(row, line, problem));
      case ReadRow.Good(long line, var body, var located) -> {
        try {
          yield new Said(row, line, body.toRegistration(reader, usual), located);
        } catch (Problem problem) {
          yield new Meaningless(RowResult.rejected(row, line, located.apply(problem)));
        }
      }
    };
  }

  private void put(RowResult result) {
    results[(int) (result.row() - firstRow)] = result;
  }
}
