package space.maneuver.torchscript;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the subset of Python's pickle protocol 2 that a TorchScript archive needs. Each method
 * appends one instruction of the pickle stack machine.
 */
final class PickleWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  PickleWriter() throws IOException {
    out.writeByte(0x80);
    out.writeByte(2);
  }

  /** Returns the pickle of an empty tuple: PROTO 2, EMPTY_TUPLE, STOP. */
  static byte[] emptyTuple() throws IOException {
    PickleWriter pickle = new PickleWriter();
    pickle.op(')');
    return pickle.finish();
  }

  void op(char code) throws IOException {
    out.writeByte(code);
  }

  void global(String module, String name) throws IOException {
    op('c');
    out.write((module + '\n' + name + '\n').getBytes(StandardCharsets.UTF_8));
  }

  void text(String value) throws IOException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    op('X');
    out.writeInt(Integer.reverseBytes(utf8.length));
    out.write(utf8);
  }

  void integer(int value) throws IOException {
    op('J');
    out.writeInt(Integer.reverseBytes(value));
  }

  void real(double value) throws IOException {
    op('G');
    out.writeDouble(value);
  }

  void bool(boolean value) throws IOException {
    out.writeByte(value ? 0x88 : 0x89);
  }

  void integers(List<Integer> values) throws IOException {
    op('(');
    for (int value : values) {
      integer(value);
    }
    op('t');
  }

  byte[] finish() throws IOException {
    op('.');
    return bytes.toByteArray();
  }
}
