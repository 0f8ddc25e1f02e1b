package io.github.langgan.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The package rules of a service. Extend it in the service's root package: {@code class
 * ArchitectureTest extends ArchitectureRules {}}. A rule that matches no class fails.
 */
public abstract class ArchitectureRules {

  private static final String LANGGAN = "io.github.langgan";

  /** Read once, not for each rule. */
  private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

  private final String root = getClass().getPackageName();
  private final String[] shared;
  private final JavaClasses service = IMPORTED.computeIfAbsent(root, ArchitectureRules::classesOf);

  /**
   * @param alsoShared packages that capabilities may use, besides model, contract, representation
   */
  protected ArchitectureRules(String... alsoShared) {
    this.shared =
        Stream.concat(
                Stream.of("model", "contract", "representation", "inbound"),
                Arrays.stream(alsoShared))
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
  }

  private static JavaClasses classesOf(String root) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(root);
  }

  @Test
  void the_model_knows_no_http_no_json_and_no_kafka() {
    noClasses()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "com.fasterxml.jackson..", "org.apache.kafka..")
        .because("rules of the business outlive the ways that reach them")
        .check(service);
  }

  @Test
  void capabilities_do_not_depend_on_each_other() {
    slices()
        .matching(root + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage(root + ".inbound.."), resideInAPackage(root + ".."))
        .ignoreDependency(
            resideInAPackage(root + ".."), JavaClass.Predicates.resideInAnyPackage(shared))
        .because("one business act can then be read, changed and removed without another")
        .check(service);
  }

  @Test
  void a_service_depends_on_no_other_service() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage(LANGGAN + "..")
                .and(not(resideInAPackage(root + "..")))
                .and(not(resideInAPackage(LANGGAN + ".chassis.."))))
        .because("services know each other by events alone")
        .check(service);
  }

  @Test
  void resources_open_no_transactions() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .notBeAnnotatedWith(Transactional.class)
        .andShould(haveNoMethodWith(Transactional.class))
        .because("the transaction stands on the use case, which covers state and outbox")
        .check(service);
  }

  @Test
  void names_say_what_a_class_does() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Service)")
        .because("such names hold anything, and soon do")
        .check(service);
  }

  @Test
  void time_comes_from_the_injected_clock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests move the clock")
        .check(service);
  }

  @Test
  void every_package_is_null_marked() {
    classes()
        .should(new InNullMarkedPackage())
        .because("null is then said where it can be")
        .check(service);
  }

  private static ArchCondition<JavaClass> haveNoMethodWith(
      Class<? extends java.lang.annotation.Annotation> annotation) {
    return new ArchCondition<>("have no method with @" + annotation.getSimpleName()) {
      @Override
      public void check(JavaClass resource, ConditionEvents events) {
        resource.getMethods().stream()
            .filter(method -> method.isAnnotatedWith(annotation))
            .map(method -> SimpleConditionEvent.violated(method, method.getFullName()))
            .forEach(events::add);
      }
    };
  }

  private static final class InNullMarkedPackage extends ArchCondition<JavaClass> {

    InNullMarkedPackage() {
      super("be in a @NullMarked package");
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
      if (!one.getPackage().isAnnotatedWith(NullMarked.class)) {
        events.add(SimpleConditionEvent.violated(one, one.getName()));
      }
    }
  }
}
