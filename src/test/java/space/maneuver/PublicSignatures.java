package space.maneuver;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That no public method or constructor takes or gives a type of a library. */
final class PublicSignatures extends ArchCondition<JavaClass> {

  private final String library;

  PublicSignatures(String library) {
    super("have no type of " + library + " in a public signature");
    this.library = library;
  }

  @Override
  public void check(JavaClass owner, ConditionEvents events) {
    for (JavaCodeUnit unit : owner.getCodeUnits()) {
      if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
        unit.getAllInvolvedRawTypes().stream()
            .filter(type -> type.getPackageName().startsWith(library))
            .map(type -> unit.getFullName() + " has " + type.getName())
            .forEach(message -> events.add(SimpleConditionEvent.violated(unit, message)));
      }
    }
  }
}
