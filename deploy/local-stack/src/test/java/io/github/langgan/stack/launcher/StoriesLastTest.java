package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** With {@code ./crm test} two modules are tested at once, but nothing beside the stories. */
class StoriesLastTest {

  private static final Path ROOT = Path.of(System.getProperty("langgan.root"));
  private static final String STORIES = "deploy/end-to-end-tests";
  private static final String NEEDED_ANYWAY = "deploy/local-stack";

  @Test
  void the_stories_wait_for_every_other_module() {
    Stream<String> others =
        texts(ROOT, "/project/modules/module").stream()
            .filter(module -> !Set.of(STORIES, NEEDED_ANYWAY).contains(module))
            .map(module -> texts(ROOT.resolve(module), "/project/artifactId").getFirst());

    assertThat(
            texts(
                ROOT.resolve(STORIES),
                "//profile[id='stories-last']/dependencies/dependency/artifactId"))
        .containsExactlyElementsOf(others.toList());
  }

  private static List<String> texts(Path module, String path) {
    try {
      var pom =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(module.resolve("pom.xml").toFile());
      var found =
          (NodeList)
              XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
      return IntStream.range(0, found.getLength())
          .mapToObj(i -> found.item(i).getTextContent())
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(module.toString(), e);
    }
  }
}
