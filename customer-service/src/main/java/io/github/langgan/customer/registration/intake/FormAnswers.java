package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.registration.intake.IntakeResult.IdentifierTaken;
import io.github.langgan.customer.registration.intake.IntakeResult.OtherContent;
import io.github.langgan.customer.registration.intake.IntakeResult.OtherKind;
import io.github.langgan.customer.registration.intake.IntakeResult.SentBefore;
import io.github.langgan.customer.registration.intake.IntakeResult.TakenIn;
import io.github.langgan.customer.representation.IdentifierProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What senders of forms are answered. */
@Singleton
class FormAnswers {

  private static final ProblemType CONFLICT = ProblemType.of("intake-conflict");
  private static final ProblemType KINDS = ProblemType.of("different-kinds");

  private final TakeInForm takeIn;
  private final FormReader reader;
  private final IntakeViews views;
  private final CallerRights rights;

  FormAnswers(TakeInForm takeIn, FormReader reader, IntakeViews views, CallerRights rights) {
    this.takeIn = takeIn;
    this.reader = reader;
    this.views = views;
    this.rights = rights;
  }

  Response to(FormBody body) {
    return switch (takeIn.takeIn(reader.read(body), rights.registrant(), rights.visibility())) {
      case TakenIn(var intake, var position) ->
          Response.created(place(intake))
              .header(ReadAfter.POSITION_HEADER, position)
              .entity(views.of(intake))
              .build();
      case SentBefore(var intake) -> Response.ok(views.of(intake)).location(place(intake)).build();
      case OtherContent(var intakeId) -> throw Problem.of(CONFLICT).with("intakeId", intakeId);
      case IdentifierTaken(var identifier, var holder) ->
          throw IdentifierProblem.taken(identifier, holder);
      case OtherKind(var holder) -> throw Problem.of(KINDS).with("customerId", holder.value());
    };
  }

  private static URI place(Intake intake) {
    return URI.create("/v1/intakes/" + intake.id());
  }
}
