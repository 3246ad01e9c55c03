package space.maneuver.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module in the file format of {@code torch.jit.load}. Equal archives give equal
 * bytes.
 *
 * @param className name of the module's class, as in its source
 * @param source TorchScript source that defines the class
 * @param attributes attributes of the object, in the order of their declaration in the source
 */
public record TorchScriptArchive(String className, String source, List<Attribute> attributes) {

  // Version of the archive format, not of PyTorch; PyTorch 2 writes 10 unless newer operators are
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

  /** Returns the bytes of the archive. */
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

  /**
   * A zip that PyTorch can map into memory: every entry is uncompressed and its data start at a
   * multiple of 64 bytes. Timestamps are fixed, so equal entries give equal bytes.
   */
  private static final class AlignedZip implements AutoCloseable {

    private static final int ALIGNMENT = 64;
    private static final int LOCAL_HEADER = 30;
    private static final int EXTRA_HEADER = 4;
    // One month after the zip epoch; at the epoch itself Java adds a field that depends on the time
    // zone.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final CountingStream counter;
    private final ZipOutputStream zip;
    private final String root;

    /** Creates a zip whose entries are below the directory {@code root}. */
    AlignedZip(OutputStream out, String root) {
      counter = new CountingStream(out);
      zip = new ZipOutputStream(counter, StandardCharsets.UTF_8);
      this.root = root;
    }

    void add(String name, byte[] data) throws IOException {
      ZipEntry entry = new ZipEntry(root + '/' + name);
      CRC32 crc = new CRC32();
      crc.update(data);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(data.length);
      entry.setCompressedSize(data.length);
      entry.setCrc(crc.getValue());
      entry.setTimeLocal(TIME);
      entry.setExtra(padding(entry.getName().getBytes(StandardCharsets.UTF_8).length));
      zip.putNextEntry(entry);
      zip.write(data);
      zip.closeEntry();
    }

    private byte[] padding(int nameLength) {
      long unpadded = counter.count + LOCAL_HEADER + nameLength + EXTRA_HEADER;
      int length = (int) (-unpadded & (ALIGNMENT - 1));
      byte[] extra = new byte[EXTRA_HEADER + length];
      Arrays.fill(extra, (byte) 'Z');
      extra[0] = 'F';
      extra[1] = 'B';
      extra[2] = (byte) length;
      extra[3] = 0;
      return extra;
    }

    /** Finishes the archive and leaves the underlying stream open. */
    @Override
    public void close() throws IOException {
      zip.finish();
      zip.flush();
    }

    private static final class CountingStream extends FilterOutputStream {
      private long count;

      CountingStream(OutputStream out) {
        super(out);
      }

      @Override
      public void write(int value) throws IOException {
        out.write(value);
        count++;
      }

      @Override
      public void write(byte[] data, int offset, int length) throws IOException {
        out.write(data, offset, length);
        count += length;
      }
    }
  }

  /**
   * Writes the {@code data.pkl} of an archive: one object with its attributes, tensors by
   * reference.
   */
  private static final class ObjectPickle {

    private final PickleWriter pickle;
    private int storages;

    private ObjectPickle(PickleWriter pickle) {
      this.pickle = pickle;
    }

    /**
     * Returns the pickle; tensors are referenced by their depth-first position among the
     * parameters.
     */
    static byte[] of(String className, List<Attribute> attributes) throws IOException {
      PickleWriter pickle = new PickleWriter();
      new ObjectPickle(pickle).object(className, attributes);
      return pickle.finish();
    }

    private void object(String className, List<Attribute> attributes) throws IOException {
      pickle.global("__torch__", className);
      pickle.op(')');
      pickle.op('\u0081');
      pickle.op('}');
      pickle.op('(');
      for (Attribute attribute : attributes) {
        pickle.text(attribute.name());
        if (attribute instanceof Attribute.Parameter parameter) {
          tensor(pickle, storages++, parameter.tensor());
        } else if (attribute instanceof Attribute.Flag flag) {
          pickle.bool(flag.value());
        } else if (attribute instanceof Attribute.Count count) {
          pickle.integer(count.value());
        } else if (attribute instanceof Attribute.Real real) {
          pickle.real(real.value());
        } else if (attribute instanceof Attribute.Submodule submodule) {
          object(submodule.className(), submodule.attributes());
        }
      }
      pickle.op('u');
      pickle.op('b');
    }

    private static void tensor(PickleWriter pickle, int storage, Tensor tensor) throws IOException {
      pickle.global("torch._utils", "_rebuild_tensor_v2");
      pickle.op('(');
      pickle.op('(');
      pickle.text("storage");
      pickle.global("torch", "FloatStorage");
      pickle.text(Integer.toString(storage));
      pickle.text("cpu");
      pickle.integer(tensor.values().length);
      pickle.op('t');
      pickle.op('Q');
      pickle.integer(0);
      pickle.integers(tensor.shape());
      pickle.integers(strides(tensor.shape()));
      pickle.bool(true);
      pickle.global("collections", "OrderedDict");
      pickle.op(')');
      pickle.op('R');
      pickle.op('t');
      pickle.op('R');
    }

    private static List<Integer> strides(List<Integer> shape) {
      List<Integer> strides = new ArrayList<>();
      int stride = 1;
      for (int side = shape.size() - 1; side >= 0; side--) {
        strides.add(stride);
        stride *= shape.get(side);
      }
      Collections.reverse(strides);
      return strides;
    }
  }
}
