package io.github.langgan.stack.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What Surefire and Failsafe wrote of the tests, a file for each class. */
record TestReports(Path root) {

  private static final String FILES =
      "glob:{*,deploy/*}/target/{surefire,failsafe}-reports/TEST-*.xml";
  private static final int DEPTH = 5;
  private static final Set<String> FAILED = Set.of("failure", "error");

  /** The tests that failed, of the reports written since then; in the order of their classes. */
  List<RedTest> redSince(Instant start) {
    PathMatcher reports = root.getFileSystem().getPathMatcher(FILES);
    try (Stream<Path> files =
        Files.find(
            root,
            DEPTH,
            (file, attributes) ->
                !attributes.lastModifiedTime().toInstant().isBefore(start)
                    && reports.matches(root.relativize(file)))) {
      return files.sorted().flatMap(file -> red(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RedTest> red(Path report) {
    XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    List<RedTest> red = new ArrayList<>();
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = readers.createXMLStreamReader(in);
      String test = "";
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("testcase")) {
          test = attribute(xml, "classname") + "." + attribute(xml, "name");
        } else if (FAILED.contains(xml.getLocalName())) {
          red.add(new RedTest(test, attribute(xml, "message").strip().lines().toList()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      red.add(new RedTest(report.getFileName().toString(), List.of("cut off: its tests died")));
    }
    return red;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
