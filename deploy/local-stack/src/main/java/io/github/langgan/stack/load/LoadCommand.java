package io.github.langgan.stack.load;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.launcher.Checkout;
import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.csv.CsvFile;
import io.github.langgan.stack.load.mapping.MappingFile;
import io.github.langgan.stack.load.reconciling.Reconciliation.Result;
import io.github.langgan.stack.load.reconciling.Report;
import io.github.langgan.stack.load.sending.BatchCall;
import io.github.langgan.stack.load.sending.BatchSender;
import io.github.langgan.stack.load.sending.Credentials;
import io.github.langgan.stack.load.sending.Troubles;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "load",
    description =
        "Sends a CSV file, packed with gzip or not, through the API. Every line is recorded, or"
            + " rejected with a reason; the sums agree at the end. May be repeated: what is there"
            + " already is not doubled.",
    customSynopsis = {
      "./crm load transactions FILE --map MAPPING [OPTIONS]",
      "./crm load FILE --as transactions --map MAPPING [OPTIONS]"
    },
    mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..2",
      paramLabel = "KIND FILE",
      description = "What it holds, and the file.")
  List<String> words = List.of();

  @Option(names = "--as", paramLabel = "KIND", description = "The same as KIND before FILE.")
  Optional<String> as = Optional.empty();

  @Option(
      names = "--map",
      required = true,
      description = "The JSON file that says which column is what, or online-retail.")
  String map = "";

  @Option(names = "--url", description = "Where the API is. Default: our own gateway.")
  Optional<URI> url = Optional.empty();

  @Option(names = "--partner", description = "Send as this partner of the local stack.")
  Optional<String> partner = Optional.empty();

  @Option(names = "--token", description = "Send with this bearer token.")
  Optional<String> token = Optional.empty();

  @Option(
      names = "--rejects",
      description = "Gets the rejected lines. Default: .crm/load/FILE.rejects.csv")
  Optional<Path> rejects = Optional.empty();

  @Option(
      names = "--resume",
      description = "Goes on where an interrupted load of the same file stopped.")
  boolean resume;

  @Option(
      names = "--connections",
      description = "How many batches are on their way at once (default: ${DEFAULT-VALUE}).")
  int connections = 4;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long to wait for an API that doesn't answer (default: ${DEFAULT-VALUE}).")
  long patience = 300;

  @Override
  public Integer call() {
    Path path = Path.of(words.getLast());
    if (!Files.isRegularFile(path)) {
      throw new Refused("No file " + path);
    }
    LoadKind kind = LoadKind.named(kindName());
    MappingFile mapping = MappingFile.find(map);
    LoadKind.Source source = kind.open(path, mapping);
    LocalStack stack = Checkout.ours().stack();
    URI api = url.orElseGet(() -> URI.create(stack.gatewayUrl())).resolve(kind.path());
    try (CsvFile file = source.file();
        Meter meter = new Meter("Loading", file.size())) {
      BatchCall batches = new BatchCall(api, credentials(stack));
      BatchSender sender =
          new BatchSender(batches, Duration.ofSeconds(patience), new Troubles(meter::say));
      String identity = identity(path, api, mapping);
      Result result =
          new Load(file, source.taker(), sender, connections, rejects(path), identity, meter)
              .run(resume);
      meter.close();
      System.out.println(new Report(result, rejects(path)));
      return result.agrees() ? 0 : 1;
    }
  }

  private String kindName() {
    if (words.size() == 2 && as.isEmpty()) {
      return words.getFirst();
    }
    return as.filter(kind -> words.size() == 1)
        .orElseThrow(() -> new Refused("Load what? ./crm load transactions FILE --map MAPPING"));
  }

  private Credentials credentials(LocalStack stack) {
    if (token.isPresent()) {
      return Credentials.fixed(token.get());
    }
    String name =
        partner.orElseThrow(
            () -> new Refused("Whose are they? --partner NAME, or --token with a partner's token"));
    return Credentials.from(() -> stack.token("partner", Map.of("partner", name)));
  }

  private Path rejects(Path path) {
    return rejects.orElseGet(
        () -> Checkout.ours().home().resolve("load/" + path.getFileName() + ".rejects.csv"));
  }

  /** The same only for the same content, meant for the same place. */
  private String identity(Path path, URI api, MappingFile mapping) {
    return Stream.of(
            path.toAbsolutePath(),
            path.toFile().length(),
            path.toFile().lastModified(),
            api,
            partner.orElse(""),
            mapping.text())
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
