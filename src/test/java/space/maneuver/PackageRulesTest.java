package space.maneuver;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package may use which. Dependencies run one way at every level of packages, between the
 * packages of one parent as between the outermost ones.
 */
class PackageRulesTest {

  private static final String ROOT = "space.maneuver";

  /** Files of a package, {@code package-info.java} among them. */
  private static final int LARGEST_PACKAGE = 25;

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("math", Set.of()),
          Map.entry("torchscript", Set.of()),
          Map.entry("orbit", Set.of("math")),
          Map.entry("features", Set.of("orbit", "math")),
          Map.entry("simulation", Set.of("orbit", "math")),
          // A bundle names its schema and its thresholds by regime.
          Map.entry("model", Set.of("features", "orbit", "math")),
          Map.entry("inference", Set.of("model", "features", "orbit", "math")),
          Map.entry("detection", Set.of("inference", "model", "features", "orbit", "math")),
          Map.entry(
              "evaluation", Set.of("detection", "inference", "model", "features", "orbit", "math")),
          Map.entry(
              "training",
              Set.of(
                  "evaluation",
                  "detection",
                  "inference",
                  "model",
                  "features",
                  "simulation",
                  "orbit",
                  "math",
                  "torchscript")),
          Map.entry(
              "catalogue", Set.of("detection", "inference", "model", "features", "orbit", "math")),
          Map.entry("exchange", Set.of("catalogue", "detection", "model", "orbit", "math")),
          Map.entry(
              "web",
              Set.of(
                  "catalogue",
                  "exchange",
                  "detection",
                  "inference",
                  "model",
                  "features",
                  "orbit",
                  "math")),
          Map.entry("spark", Set.of("exchange", "detection", "model", "orbit")),
          Map.entry(
              "bench",
              Set.of(
                  "catalogue",
                  "detection",
                  "inference",
                  "model",
                  "features",
                  "simulation",
                  "orbit",
                  "math",
                  "torchscript")),
          Map.entry(
              "command",
              Set.of(
                  "bench",
                  "catalogue",
                  "exchange",
                  "evaluation",
                  "training",
                  "detection",
                  "inference",
                  "model",
                  "features",
                  "simulation",
                  "orbit",
                  "math",
                  "torchscript")));

  /** Compiled by a Maven profile only. */
  private static final String OPTIONAL = "spark";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // It knows target/test-classes only, not the directory of the profile.
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  static Set<String> packages() {
    return new TreeSet<>(ALLOWED.keySet());
  }

  @Test
  void everyPackageHasItsRule() {
    Set<String> expected = packages();
    if (!CLASSES.containPackage(ROOT + "." + OPTIONAL)) {
      expected.remove(OPTIONAL);
    }

    assertThat(CLASSES.getPackage(ROOT).getSubpackages())
        .extracting(JavaPackage::getRelativeName)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageUsesOnlyWhatItMay(String name) {
    String[] usable =
        Stream.concat(Stream.of(name), Objects.requireNonNull(ALLOWED.get(name)).stream())
            .map(each -> ROOT + "." + each + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> beyond =
        resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(usable)));

    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(beyond)
        .allowEmptyShould(name.equals(OPTIONAL))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("outermost")
  void nothingButCommandsAndTheProgramDependsOn(String outermost) {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".command..", ROOT + "." + outermost + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "." + outermost + "..")
        .check(CLASSES);
  }

  static List<String> outermost() {
    return List.of("web", "training", "bench", "command", "spark");
  }

  @Test
  void programKnowsTheCommandsOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(ROOT, ROOT + ".command.."))))
        .check(CLASSES);
  }

  @Test
  void deepLearningLibraryStaysInsideModelAndTraining() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".model..", ROOT + ".training..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(CLASSES);
  }

  @Test
  void modelHandsOutNoTypeOfTheDeepLearningLibrary() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".model..")
        .and()
        .arePublic()
        .should(new PublicSignatures("ai.djl"))
        .check(CLASSES);
  }

  @Test
  void springStaysInsideWebTheCatalogueAndTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".web..", ROOT + ".catalogue..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void dependenciesRunOneWayAtEveryLevel() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageIsLarge() {
    Map<String, Long> files =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

    assertThat(files).isNotEmpty();
    assertThat(files)
        .allSatisfy(
            (name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
  }

  @Test
  void everyPackageIsNullMarked() {
    JavaPackage root = CLASSES.getPackage(ROOT);

    assertThat(Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream()))
        .hasSizeGreaterThan(ALLOWED.size())
        .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class)).isTrue());
  }
}
