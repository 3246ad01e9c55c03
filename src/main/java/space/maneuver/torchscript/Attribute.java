package space.maneuver.torchscript;

import java.util.List;

/** An attribute of a TorchScript object, under the name declared in its source. */
public sealed interface Attribute {

  String name();

  /** A trainable tensor; the source lists it under {@code __parameters__}. */
  record Parameter(String name, Tensor tensor) implements Attribute {}

  /** A {@code bool} attribute. */
  record Flag(String name, boolean value) implements Attribute {}

  /** An {@code int} attribute. */
  record Count(String name, int value) implements Attribute {}

  /** A {@code float} attribute. */
  record Real(String name, double value) implements Attribute {}

  /** A nested module, whose class the source defines too. */
  record Submodule(String name, String className, List<Attribute> attributes) implements Attribute {

    public Submodule {
      attributes = List.copyOf(attributes);
    }
  }
}
