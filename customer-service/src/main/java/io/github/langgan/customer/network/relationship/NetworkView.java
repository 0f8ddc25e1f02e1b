package io.github.langgan.customer.network.relationship;

import io.github.langgan.customer.model.network.Reach.Met;
import io.github.langgan.customer.model.network.Reach.Network;
import io.github.langgan.customer.model.network.RelationshipType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Network", description = "Everybody around somebody, each once.")
public record NetworkView(
    @Schema(required = true, description = "Around whom") NodeView around,
    @Schema(required = true) LocalDate on,
    @Schema(required = true, description = "The nearest first, of equally near ones the strongest")
        List<ReachedView> items,
    @Schema(required = true, description = "There are more than limit") boolean truncated) {

  private static final int DIGITS = 4;

  @Schema(name = "ReachedNode")
  public record ReachedView(
      @Schema(required = true) NodeView node,
      @Schema(required = true, description = "The fewest relationships between the two")
          int distance,
      @Schema(
              required = true,
              description = "Of the path: the product of the strengths of its relationships")
          BigDecimal strength,
      @Schema(
              required = true,
              description = "The strongest of the shortest paths, beginning where was asked")
          List<StepView> path) {}

  @Schema(name = "NetworkStep")
  public record StepView(
      @Schema(required = true) UUID relationshipId,
      @Schema(required = true) RelationshipType type,
      @Schema(required = true, description = "What the next one is: the type, or its inverse")
          String is,
      @Schema(required = true, description = "The customer or party that the step leads to")
          UUID nodeId) {}

  /**
   * @param nodes by their ids
   */
  static NetworkView of(NodeView around, LocalDate on, Network network, Map<UUID, NodeView> nodes) {
    Map<UUID, Met> met = new HashMap<>();
    network.met().forEach(one -> met.put(one.being().id(), one));
    return new NetworkView(
        around,
        on,
        network.met().stream()
            .map(
                one ->
                    new ReachedView(
                        Objects.requireNonNull(nodes.get(one.being().id())),
                        one.distance(),
                        BigDecimal.valueOf(one.strength())
                            .setScale(DIGITS, RoundingMode.HALF_UP)
                            .stripTrailingZeros(),
                        path(one, met)))
            .toList(),
        network.truncated());
  }

  private static List<StepView> path(Met end, Map<UUID, Met> met) {
    Deque<StepView> path = new ArrayDeque<>();
    for (Met at = end; at != null; at = met.get(at.via())) {
      path.addFirst(new StepView(at.relationship(), at.type(), at.is(), at.being().id()));
    }
    return List.copyOf(path);
  }
}
