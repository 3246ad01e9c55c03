package space.maneuver.torchscript;

import java.util.List;

/** A value that a TorchScript object carries, under the name its source declares. */
public sealed interface Attribute {

  String name();

  /** A trainable tensor; the source lists it under {@code __parameters__}. */
  record Parameter(String name, Tensor tensor) implements Attribute {}

  /** A {@code bool}. */
  record Flag(String name, boolean value) implements Attribute {}

  /** An {@code int}. */
  record Count(String name, int value) implements Attribute {}

  /** A {@code float}. */
  record Real(String name, double value) implements Attribute {}

  /** Another module; the source defines its class too. */
  record Submodule(String name, String className, List<Attribute> attributes) implements Attribute {

    public Submodule {
      attributes = List.copyOf(attributes);
    }
  }
}
