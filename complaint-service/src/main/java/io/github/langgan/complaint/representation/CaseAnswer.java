package io.github.langgan.complaint.representation;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.Outcome;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The one place where what became of a case turns into an answer. */
public final class CaseAnswer {

  private static final ProblemType ILLEGAL_STATE = ProblemType.of("illegal-case-state");

  private CaseAnswer() {}

  public static Response created(Case opened, Position position) {
    return Response.created(URI.create("/v1/cases/" + opened.id()))
        .tag(ETags.of(opened.version()))
        .header(ReadAfter.POSITION_HEADER, position)
        .entity(CaseView.from(opened))
        .build();
  }

  public static Response changed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Stored stored ->
          Response.ok(CaseView.from(stored.after()))
              .tag(ETags.of(stored.after().version()))
              .header(ReadAfter.POSITION_HEADER, stored.position())
              .build();
      case Outcome.IllegalState refused ->
          throw Problem.of(ILLEGAL_STATE, "The case is " + refused.status())
              .with("state", refused.status().name());
      case Outcome.NoSuchCase missing -> throw Problem.notFound();
    };
  }
}
