package space.maneuver.command;

import space.maneuver.training.NetworkKind;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the kind of a network as it is written in a bundle's command: lower case with dashes. */
final class NetworkKindConverter implements ITypeConverter<NetworkKind> {

  /** What may be written. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(NetworkKind.values()).map(NetworkKind::toString).iterator();
    }
  }

  @Override
  public NetworkKind convert(String value) {
    for (NetworkKind kind : NetworkKind.values()) {
      if (kind.toString().equalsIgnoreCase(value)) {
        return kind;
      }
    }
    throw new TypeConversionException(
        "expected one of " + Arrays.toString(NetworkKind.values()) + " but was '" + value + "'");
  }
}
