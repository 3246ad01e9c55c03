package space.maneuver.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TorchScriptArchiveTest {

  private static final int LOCAL_HEADER = 0x04034b50;

  @Test
  void equalNetworksGiveEqualBytesInEveryTimeZone() {
    TimeZone home = TimeZone.getDefault();
    byte[] here = archive().toBytes();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(archive().toBytes()).isEqualTo(here);
    } finally {
      TimeZone.setDefault(home);
    }
  }

  @Test
  void everyEntryIsUncompressedAtAMultipleOf64Bytes() {
    Map<String, ByteBuffer> entries = entries(archive().toBytes());

    assertThat(entries)
        .containsOnlyKeys(
            "Tiny/data.pkl",
            "Tiny/byteorder",
            "Tiny/code/__torch__.py",
            "Tiny/data/0",
            "Tiny/constants.pkl",
            "Tiny/version");
  }

  @Test
  void tensorsAreStoredAsLittleEndianFloats() {
    Map<String, ByteBuffer> entries = entries(archive().toBytes());
    ByteBuffer data = entries.getOrDefault("Tiny/data/0", ByteBuffer.allocate(0));

    assertThat(data.remaining()).isEqualTo(8);
    assertThat(data.getFloat()).isEqualTo(1.5f);
    assertThat(data.getFloat()).isEqualTo(-2);
  }

  private static TorchScriptArchive archive() {
    Tensor weight = new Tensor(List.of(1, 2), new float[] {1.5f, -2});
    return new TorchScriptArchive(
        "Tiny",
        "class Tiny(Module):\n",
        List.of(new Attribute.Parameter("weight", weight), new Attribute.Flag("training", false)));
  }

  private static Map<String, ByteBuffer> entries(byte[] zip) {
    Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (bytes.getInt(at) == LOCAL_HEADER) {
      assertThat(bytes.getShort(at + 8)).as("method").isZero();
      int size = bytes.getInt(at + 18);
      int nameLength = bytes.getShort(at + 26);
      String name = new String(zip, at + 30, nameLength, StandardCharsets.UTF_8);
      int data = at + 30 + nameLength + bytes.getShort(at + 28);
      assertThat(data % 64).as(name).isZero();
      entries.put(name, bytes.slice(data, size).order(ByteOrder.LITTLE_ENDIAN));
      at = data + size;
    }
    return entries;
  }
}
