package space.maneuver.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A TorchScript module as a file that {@code torch.jit.load} reads. Equal archives give equal
 * bytes.
 *
 * @param className of the module, as in its source
 * @param source TorchScript that defines the class
 * @param attributes what the object holds, in the order in which the source declares it
 */
public record TorchScriptArchive(String className, String source, List<Attribute> attributes) {

  // Format of the archive, not of PyTorch; 10 is what PyTorch 2 writes where no newer operator is
  // used.
  private static final String FORMAT_VERSION = "10\n";

  public TorchScriptArchive {
    attributes = List.copyOf(attributes);
  }

  /** Writes the archive and leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    try (AlignedZip zip = new AlignedZip(out, className)) {
      zip.add("data.pkl", ObjectPickle.of(className, attributes));
      zip.add("byteorder", "little".getBytes(StandardCharsets.US_ASCII));
      zip.add("code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      int storages = 0;
      for (Tensor tensor : tensors(attributes).toList()) {
        zip.add("data/" + storages++, littleEndian(tensor.values()));
      }
      zip.add("constants.pkl", PickleWriter.emptyTuple());
      zip.add("version", FORMAT_VERSION.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The archive as it would stand in a file. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Stream<Tensor> tensors(List<Attribute> attributes) {
    return attributes.stream()
        .flatMap(
            attribute -> {
              if (attribute instanceof Attribute.Parameter parameter) {
                return Stream.of(parameter.tensor());
              }
              return attribute instanceof Attribute.Submodule submodule
                  ? tensors(submodule.attributes())
                  : Stream.empty();
            });
  }

  private static byte[] littleEndian(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
