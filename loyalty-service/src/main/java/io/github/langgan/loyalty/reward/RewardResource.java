package io.github.langgan.loyalty.reward;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.reward.Reward;
import io.github.langgan.loyalty.model.reward.RewardId;
import io.github.langgan.loyalty.model.reward.Rewards;
import io.github.langgan.loyalty.reward.ChangeReward.Restocking;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/rewards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rewards", description = "What members may have for points")
public class RewardResource {

  private static final ProblemType UNKNOWN_PROGRAM = ProblemType.of("unknown-program");
  private static final ProblemType OUT_OF_STOCK = ProblemType.of("out-of-stock");

  private final Rewards rewards;
  private final Programs programs;
  private final CreateReward createReward;
  private final ChangeReward changeReward;
  private final Clock clock;

  RewardResource(
      Rewards rewards,
      Programs programs,
      CreateReward createReward,
      ChangeReward changeReward,
      Clock clock) {
    this.rewards = rewards;
    this.programs = programs;
    this.createReward = createReward;
    this.changeReward = changeReward;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "createReward",
      summary = "Put a reward into the catalogue",
      description = "Its price is never changed: end it, and create another one.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RewardView.class)))
  @ProblemResponse("unknown-program")
  public Response create(@Valid CreateRewardRequest request) {
    Program program =
        programs
            .find(new ProgramId(requireNonNull(request.programId())))
            .orElseThrow(
                () ->
                    Problem.of(UNKNOWN_PROGRAM)
                        .withError("/programId", "unknown", "no such program"));
    Reward reward = createReward.create(program, request);
    return answer(
        Response.created(URI.create("/v1/loyalty/rewards/" + reward.id())),
        reward,
        program.currency());
  }

  @GET
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listRewards",
      summary = "List rewards",
      description = "The newest first, also those that have ended.")
  public Page<RewardView> list(
      @QueryParam("programId") @Parameter(description = "Of this program only")
          @Nullable UUID programId,
      @BeanParam PageRequest page) {
    RewardId after = page.after().map(cursor -> new RewardId(cursor.uuid(0))).orElse(null);
    List<Reward> found =
        rewards.page(programId == null ? null : new ProgramId(programId), after, page.fetch());
    Map<ProgramId, Program> known =
        programs.withIds(found.stream().map(Reward::program).distinct().toList());
    return Page.of(
        found.stream()
            .map(one -> RewardView.from(one, known.get(one.program()).currency(), clock.instant()))
            .toList(),
        page,
        view -> Cursor.of(view.rewardId()));
  }

  @GET
  @Path("{rewardId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getReward",
      summary = "Read a reward",
      description = "With what is left of it now.")
  @APIResponse(
      responseCode = "200",
      description = "The reward",
      content = @Content(schema = @Schema(implementation = RewardView.class)))
  public Response get(@PathParam("rewardId") UUID rewardId) {
    return answer(rewards.find(new RewardId(rewardId)).orElseThrow(Problem::notFound));
  }

  @POST
  @Path("{rewardId}/stock")
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "restockReward",
      summary = "Change how many pieces there are",
      description = "By so many: what members have taken meanwhile stays taken.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = RewardView.class)))
  @ProblemResponse("out-of-stock")
  public Response restock(@PathParam("rewardId") UUID rewardId, @Valid RestockRequest request) {
    Restocking restocking =
        changeReward
            .restock(new RewardId(rewardId), requireNonNull(request.by()))
            .orElseThrow(Problem::notFound);
    return switch (restocking) {
      case Restocking.Restocked(Reward reward) -> answer(reward);
      case Restocking.TooFew(var left) ->
          throw left == null
              ? Problem.invalid("/by", "uncounted", "the pieces of this reward are not counted")
              : Problem.of(OUT_OF_STOCK, left + " pieces are left").with("left", left);
    };
  }

  @POST
  @Path("{rewardId}/end")
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "endReward",
      summary = "Take a reward out of the catalogue",
      description = "For good. What is reserved can still be confirmed.")
  @APIResponse(
      responseCode = "200",
      description = "Ended, now or before",
      content = @Content(schema = @Schema(implementation = RewardView.class)))
  @ProblemResponse("not-found")
  public Response end(@PathParam("rewardId") UUID rewardId) {
    return answer(changeReward.end(new RewardId(rewardId)).orElseThrow(Problem::notFound));
  }

  private Response answer(Reward reward) {
    return answer(Response.ok(), reward, programs.find(reward.program()).orElseThrow().currency());
  }

  private Response answer(Response.ResponseBuilder response, Reward reward, String currency) {
    return response
        .tag(ETags.of(reward.version()))
        .entity(RewardView.from(reward, currency, clock.instant()))
        .build();
  }
}
