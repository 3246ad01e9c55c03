package space.maneuver.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.Version;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

class NumbersParserTest {

  private static final int CASES = 10_000;
  private static final String KNOWN_JACKSON = "3.1";

  private final JsonFactory factory = new NumbersFactory();

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%.0f", "%.3f", "%.9e", "%.16e", "%.18e", "%.17f", "%.25f"})
  void numbersAreParsedAsByJavaHoweverTheyAreWritten(String format) {
    Random random = new Random(format.hashCode());
    StringBuilder text = new StringBuilder("[");
    List<Float> expected = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (i % 2 == 0) {
        value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 6));
      }
      if (Float.isFinite(value)) {
        String number =
            format.equals("%s") ? Float.toString(value) : String.format(Locale.ROOT, format, value);
        text.append(expected.isEmpty() ? "" : ",").append(number);
        // Jackson reads -0 as an integer, which has no negative zero.
        expected.add(Float.parseFloat(number) + 0f);
      }
    }
    assertThat(read(text.append(']').toString())).containsExactlyElementsOf(expected);
  }

  @Test
  void numbersHalfwayBetweenTwoFloatsAreRoundedAsByJava() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("[0");
    List<Float> expected = new ArrayList<>(List.of(0f));
    for (int i = 0; i < CASES; i++) {
      float below = 1 + random.nextFloat();
      double halfway = (below + (double) Math.nextUp(below)) / 2;
      for (double near : new double[] {Math.nextDown(halfway), halfway, Math.nextUp(halfway)}) {
        text.append(',').append(near);
        expected.add(Float.parseFloat(Double.toString(near)));
      }
    }
    assertThat(read(text.append(']').toString())).containsExactlyElementsOf(expected);
  }

  @Test
  void ordinaryNumbersTakeTheFastPath() {
    try (NumbersParser parser =
        (NumbersParser)
            parser("[1, -2.5,\n3e-4 ,4.25E+2,-0,0.1000]".getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      float[] into = new float[7];

      assertThat(parser.numbers(into, 1, 6)).isEqualTo(6);
      assertThat(into).containsExactly(0, 1, -2.5f, 3e-4f, 425, -0f, 0.1f);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
    }
  }

  @Test
  void otherNumbersAreLeftToJackson() {
    try (NumbersParser parser =
        (NumbersParser) parser("[1,null,2,NaN,3,\"x\",4,[5],6]".getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      float[] into = new float[9];
      List<JsonToken> others = new ArrayList<>();
      int count = parser.numbers(into, 0, 9);
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        others.add(token);
        parser.getString();
        parser.skipChildren();
        count += parser.numbers(into, count, 9 - count);
      }

      assertThat(Arrays.copyOf(into, count)).containsExactly(1, 2, 3, 4, 6);
      assertThat(others)
          .containsExactly(
              JsonToken.VALUE_NULL,
              JsonToken.VALUE_NUMBER_FLOAT,
              JsonToken.VALUE_STRING,
              JsonToken.START_ARRAY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,2,3",
        "[1,2,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "[01]",
        "[1,-]",
        "[1.]",
        "[.5]",
        "[1,+2]",
        "[1e]",
        "[1e+]",
        "[1}",
        "[1,2x]",
        "[1,0x2]",
        "[--1]",
        "[1]]",
        "[1,2\n,\n 3x]"
      })
  void errorIsTheSameAsWithoutTheFastPathAndInTheSamePlace(String text) {
    JsonFactory plain =
        JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    String expected = fault(plain.createParser(ObjectReadContext.empty(), utf8(text)));

    assertThat(fault(parser(utf8(text)))).isEqualTo(expected).isNotEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32LE"})
  void everyUnicodeEncodingIsRead(String charset) {
    byte[] text = "[1,2.5,-3e2]".getBytes(Charset.forName(charset));

    assertThat(read(new ByteArrayInputStream(text))).containsExactly(1f, 2.5f, -300f);
  }

  @Test
  void duplicateNameIsAnError() {
    assertThat(fault(parser(utf8("{\"a\":[1],\"a\":[2]}")))).contains("Duplicate");
    assertThatThrownBy(() -> read("[1")).isInstanceOf(JacksonException.class);
  }

  @Test
  void jacksonVersionIsOneThatTheFastPathSupports() {
    Version jackson = factory.version();

    assertThat(jackson.getMajorVersion() + "." + jackson.getMinorVersion())
        .withFailMessage(
            "NumbersParser was not tried with Jackson %s yet. It works on protected fields of"
                + " UTF8StreamJsonParser, which another version may use differently without any"
                + " error: compare that class with the one of %s, run this test and HttpFuzzTest"
                + " with 200,000 cases, and JsonRequestBenchmark for whether the parser still saves"
                + " 10%% of a request. Then raise the version here, or delete the package.",
            jackson, KNOWN_JACKSON)
        .isEqualTo(KNOWN_JACKSON);
  }

  private JsonParser parser(byte[] text) {
    return factory.createParser(ObjectReadContext.empty(), text);
  }

  /**
   * Reads from a stream that returns a few bytes at a time, so that numbers straddle its chunks.
   */
  private List<Float> read(String text) {
    InputStream slow =
        new ByteArrayInputStream(utf8(text)) {
          private int turn;

          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1 + turn++ % 97));
          }
        };
    return read(slow);
  }

  private List<Float> read(InputStream in) {
    List<Float> values = new ArrayList<>();
    float[] into = new float[100];
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
      while (true) {
        int count = parser instanceof NumbersParser numbers ? numbers.numbers(into, 0, 100) : 0;
        for (int i = 0; i < count; i++) {
          values.add(into[i] + 0f);
        }
        if (parser.nextToken() == JsonToken.END_ARRAY) {
          return values;
        }
        values.add(parser.getFloatValue() + 0f);
      }
    }
  }

  private static String fault(JsonParser parser) {
    float[] into = new float[100];
    try (parser) {
      while (parser.nextToken() != null) {
        if (parser instanceof NumbersParser numbers && parser.streamReadContext().inArray()) {
          numbers.numbers(into, 0, 100);
        }
      }
      return "none";
    } catch (JacksonException e) {
      return e.getOriginalMessage()
          + " at "
          + e.getLocation().getLineNr()
          + ":"
          + e.getLocation().getColumnNr();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
