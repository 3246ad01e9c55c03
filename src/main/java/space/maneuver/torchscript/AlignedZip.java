package space.maneuver.torchscript;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip as PyTorch's reader maps it into memory: every entry uncompressed, its data at a multiple
 * of 64 bytes. Times are fixed, so equal entries give equal bytes.
 */
final class AlignedZip implements AutoCloseable {

  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 30;
  private static final int EXTRA_HEADER = 4;
  // One month after zip's epoch: at the epoch itself Java adds a field that depends on the time
  // zone.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final CountingStream counter;
  private final ZipOutputStream zip;
  private final String root;

  /** Writes entries below the folder {@code root} of the archive. */
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

  /** Ends the archive; the stream beneath stays open. */
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
