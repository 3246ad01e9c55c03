package space.maneuver.web.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.Damage;
import space.maneuver.testing.ElementSetDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generates the request of a case, the same each time. */
final class FuzzRequests {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int BOMB_BYTES = 4 * 1024 * 1024;
  private static final String TIMEOUT = "X-Request-Timeout-Ms";
  private static final String GOOD_WINDOW = "the good one";
  private static final int RECORD_BETWEEN = 84_217;

  private static final Pattern DIGITS = Pattern.compile("([0-9]+)");
  private static final Pattern GP_VALUE = Pattern.compile("\":(\"[^\"]*\"|[^,}]+)");
  private static final Pattern CELL = Pattern.compile("([^,\n]+)");
  private static final Pattern ELEMENT = Pattern.compile(">([^<\n]+)<");
  private static final Pattern KEYWORD = Pattern.compile(" = ([^\n\\[]*)");
  private static final Pattern JSON_VALUE =
      Pattern.compile("(?:\":|,|\\[)(\"[^\"]*\"|[-0-9.eE]+|null)");

  private static final List<String> CONTENT_TYPES =
      List.of(
          "TEXT/PLAIN",
          "text/plain; charset=utf-8",
          "text/plain;charset=\"UTF-8\"",
          "text/plain; charset=utf-16",
          "text/plain; charset=nonsense",
          "text/plain;charset",
          "text/plain; q=\"unclosed",
          "text/*",
          "*/*",
          "*",
          "text",
          "",
          ";",
          "Application/JSON",
          "application/json;odata=verbose",
          "application/vnd.api+json",
          "application/json, text/plain",
          "Application/x-NDJSON",
          "application/x-ndjson; charset=utf-8",
          "application/x-ndjsonx",
          "application/ndjson",
          "application/xml",
          "text/xml",
          "text/csv;header=absent",
          "TEXT/CSV",
          "application/octet-stream",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "text/plain\u0001",
          "application/\uD83D\uDEF0");
  private static final List<String> ACCEPTS =
      List.of(
          "*/*",
          "application/json",
          "application/x-ndjson",
          "Application/X-NDJSON",
          "application/x-ndjson;q=0",
          "application/json;q=0.5, application/x-ndjson;q=0.7",
          "application/json;q=2",
          "application/json;q=NaN",
          "application/json;q=",
          "application/*",
          "text/html",
          "application/problem+json",
          "application/octet-stream",
          "",
          ",",
          ";;;",
          "nonsense",
          "*/*;q=0.0001",
          "application/json, ".repeat(60) + "*/*",
          "application/\u00E9");

  private final Undamaged undamaged;

  FuzzRequests(Undamaged undamaged) {
    this.undamaged = undamaged;
  }

  FuzzRequest of(Kind kind, long seed) {
    Random random = new Random(seed * SPREAD + kind.name().hashCode());
    return new Making(random).of(kind);
  }

  /** Returns a request. */
  private final class Making {

    private final Random random;
    private final Mutations mutations;

    Making(Random random) {
      this.random = random;
      this.mutations = new Mutations(random);
    }

    FuzzRequest of(Kind kind) {
      FuzzRequest request =
          switch (kind) {
            case TLE -> elementSets(ElementSetFormat.TLE, false);
            case NAMED_TLE -> elementSets(ElementSetFormat.TLE, true);
            case GP_JSON -> elementSets(ElementSetFormat.GP_JSON, false);
            case GP_CSV -> elementSets(ElementSetFormat.GP_CSV, false);
            case OMM_XML -> elementSets(ElementSetFormat.OMM_XML, false);
            case OMM_KVN -> elementSets(ElementSetFormat.OMM_KVN, false);
            case WINDOWS -> windows(false);
            case WINDOW_LINES -> windows(true);
            case TENSORS -> tensors();
            case BINARY_TENSORS -> binaryTensors();
            case GZIP -> gzip();
            case HEADERS -> headers();
            case FRAMING -> framing();
            case QUERY -> query();
          };
      if (kind.ordinal() <= Kind.BINARY_TENSORS.ordinal() && mutations.chance(8)) {
        request.body = zipped(request.body);
        request.header("Content-Encoding", "gzip");
      }
      return request;
    }

    private FuzzRequest elementSets(ElementSetFormat format, boolean named) {
      List<ElementSet> good = Undamaged.ELEMENTS;
      List<ElementSet> bad = new MutatedElements(random).next();
      boolean goodFirst = random.nextBoolean();
      List<ElementSet> all = new ArrayList<>(goodFirst ? good : bad);
      if (!goodFirst) {
        // A damaged record may merge with the one after it.
        all.add(good.get(0).withObject(RECORD_BETWEEN, "BETWEEN"));
      }
      all.addAll(goodFirst ? bad : good);
      ElementSetDocument document = named ? named(all) : ElementSetDocument.of(format, all);
      int from = goodFirst ? good.size() : 0;
      List<String> records = new ArrayList<>(document.records());
      List<String> hit = records.subList(from, from + bad.size());
      byte[] mutated = mutated(format, hit);
      String before = document.head() + String.join("", records.subList(0, from));
      String after = String.join("", records.subList(from + bad.size(), records.size()));
      return toEither(
          type(format),
          Damage.joined(
              before.getBytes(UTF_8), mutated, (after + document.tail()).getBytes(UTF_8)));
    }

    private byte[] mutated(ElementSetFormat format, List<String> records) {
      int how = random.nextInt(8);
      if (format == ElementSetFormat.TLE && how > 1 && how < 6) {
        boolean all = mutations.chance(3);
        int chosen = random.nextInt(records.size());
        for (int i = 0; i < records.size(); i++) {
          if (all || i == chosen) {
            // The leading newline makes the name line optional.
            records.set(i, mutations.columns("\n" + records.get(i)).substring(1));
          }
        }
      } else if (how > 1 && how < 6) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
          mutations.values(records, value(format));
        }
      }
      byte[] text = String.join("", records).getBytes(UTF_8);
      byte[] mutated = how > 5 ? mutations.bytes(text) : text;
      return format == ElementSetFormat.GP_JSON || format == ElementSetFormat.OMM_XML
          ? mutated
          : Damage.joined(mutated, new byte[] {'\n'});
    }

    /** Element sets for detections or features. */
    private FuzzRequest toEither(String type, byte[] body) {
      String model = mutations.one(Undamaged.MODELS);
      if (mutations.chance(4)) {
        FuzzRequest request =
            new FuzzRequest("/api/v1/features" + Undamaged.FEATURES_QUERY + model, type, body);
        request.check = reply -> undamaged.inFeatures(model, reply);
        return request;
      }
      FuzzRequest request = new FuzzRequest("/api/v1/detections?model=" + model, type, body);
      request.check = reply -> undamaged.inDetections(model, reply);
      if (mutations.chance(4)) {
        request.header("Accept", "application/x-ndjson, application/problem+json");
      }
      return request;
    }

    private FuzzRequest windows(boolean lines) {
      String model = mutations.one(Undamaged.MODELS);
      List<JsonNode> windows = undamaged.windows(model);
      int which = random.nextInt(windows.size());
      String good = withId(windows.get(which), GOOD_WINDOW);
      List<String> bad = new ArrayList<>();
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        bad.add(withId(mutations.one(windows), "mutated"));
      }
      int how = random.nextInt(8);
      for (int times = how < 5 ? 1 + random.nextInt(2) : 0; times > 0; times--) {
        mutations.values(bad, JSON_VALUE);
      }
      if (how == 5) {
        Collections.fill(bad, mutatedRows(bad.get(0)));
      }
      String separator = lines ? mutations.one(List.of("\n", "\r\n", "\n\n")) : ",";
      byte[] mutated = String.join(separator, bad).getBytes(UTF_8);
      if (how > 5) {
        mutated = mutations.bytes(mutated);
      }
      boolean goodFirst = random.nextBoolean();
      byte[] first = goodFirst ? good.getBytes(UTF_8) : mutated;
      byte[] second = goodFirst ? mutated : good.getBytes(UTF_8);
      byte[] both = Damage.joined(first, separator.getBytes(UTF_8), second);
      String query = "?model=" + model + (mutations.chance(3) ? "&steps=true" : "");
      FuzzRequest request =
          lines
              ? new FuzzRequest("/api/v1/predictions" + query, "application/x-ndjson", both)
              : new FuzzRequest(
                  "/api/v1/predictions" + query,
                  "application/json",
                  Damage.joined("{\"windows\":[".getBytes(UTF_8), both, "]}".getBytes(UTF_8)));
      request.check = reply -> undamaged.inPredictions(model, which, GOOD_WINDOW, reply);
      return request;
    }

    /** Removes, duplicates, empties or equalizes rows. */
    private String mutatedRows(String window) {
      ObjectNode whole = (ObjectNode) Undamaged.MAPPER.readTree(window);
      List<JsonNode> rows = new ArrayList<>(whole.get("features").valueStream().toList());
      JsonNode row = mutations.one(rows);
      switch (random.nextInt(5)) {
        case 0 -> rows.subList(0, random.nextInt(rows.size())).clear();
        case 1 -> rows.addAll(Collections.nCopies(random.nextInt(1_200), row));
        case 2 -> Collections.fill(rows, row);
        case 3 -> Collections.fill(rows, Undamaged.MAPPER.nullNode());
        default -> Collections.shuffle(rows, random);
      }
      whole.set("features", Undamaged.MAPPER.createArrayNode().addAll(rows));
      return whole.toString();
    }

    private FuzzRequest tensors() {
      String model = mutations.one(Undamaged.MODELS);
      Tensors tensors = tensors(model);
      int how = random.nextInt(4);
      if (how < 2) {
        spoil(tensors);
      }
      byte[] json = Tensors.utf8(tensors.json());
      if (how == 2) {
        List<String> whole = new ArrayList<>(List.of(tensors.json()));
        mutations.values(whole, JSON_VALUE);
        json = Tensors.utf8(whole.get(0));
      } else if (how == 3) {
        json = mutations.bytes(json);
      }
      FuzzRequest request =
          new FuzzRequest("/v2/models/" + model + "/infer", "application/json", json);
      if (how < 2) {
        request.check = reply -> requireLogit(model, reply);
      }
      return request;
    }

    private FuzzRequest binaryTensors() {
      String model = mutations.one(Undamaged.MODELS);
      Tensors tensors = tensors(model);
      int how = random.nextInt(5);
      if (how < 2) {
        spoil(tensors);
      }
      byte[] head = Tensors.utf8(tensors.head());
      byte[] binary = tensors.binary();
      int length = head.length;
      switch (how) {
        case 2 -> {
          List<String> whole = new ArrayList<>(List.of(tensors.head()));
          mutations.values(whole, JSON_VALUE);
          head = Tensors.utf8(whole.get(0));
          length = head.length;
        }
        case 3 -> {
          head = mutations.bytes(head);
          length = mutations.chance(2) ? head.length : length;
        }
        case 4 -> binary = mutations.bytes(binary);
        default -> {}
      }
      FuzzRequest request =
          new FuzzRequest(
              "/v2/models/" + model + "/infer",
              "application/octet-stream",
              Damage.joined(head, binary));
      String said = Integer.toString(length);
      request.header(
          "Inference-Header-Content-Length",
          mutations.chance(10)
              ? mutations.one(
                  List.of("", "-1", "0", "NaN", "1e3", "99999999999", said + ", " + said))
              : said);
      if (how < 2) {
        request.check = reply -> requireLogit(model, reply);
      }
      return request;
    }

    private Tensors tensors(String model) {
      return Tensors.of(undamaged.windows(model).subList(0, 2));
    }

    /** Makes only the second window invalid. */
    private void spoil(Tensors tensors) {
      float[] values = tensors.values();
      int start = values.length / 2;
      float extreme =
          mutations.one(
              List.of(0f, 1e30f, -1e30f, 3.4e38f, -3.4e38f, 1e-45f, Float.NaN, 1e10f, 100f));
      switch (random.nextInt(4)) {
        case 0 -> Arrays.fill(values, start, values.length, extreme);
        case 1 -> values[start + random.nextInt(start)] = extreme;
        case 2 -> {
          for (int i = start; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
          }
        }
        default ->
            tensors.lengths()[1] =
                mutations.one(List.of(0L, -1L, 1L, 2L, 1_000L, Long.MAX_VALUE, Long.MIN_VALUE));
      }
    }

    private void requireLogit(String model, Reply reply) {
      double given =
          Undamaged.MAPPER.readTree(reply.body()).at("/outputs/0/data/0").asDouble(Double.NaN);
      double expected = undamaged.logit(model);
      if (!(Math.abs(given - expected) <= 1e-4)) {
        throw new AssertionError("logit of the good window is " + given + ", was " + expected);
      }
    }

    /** Returns a valid request. */
    private FuzzRequest plain() {
      String model = mutations.one(Undamaged.MODELS);
      List<JsonNode> windows = undamaged.windows(model);
      return switch (random.nextInt(4)) {
        case 0 -> {
          String window = withId(windows.get(0), GOOD_WINDOW);
          FuzzRequest request =
              new FuzzRequest(
                  "/api/v1/predictions",
                  "application/json",
                  ("{\"windows\":[" + window + "]}").getBytes(UTF_8));
          request.parameter("model", model);
          request.check = reply -> undamaged.inPredictions(model, 0, GOOD_WINDOW, reply);
          yield request;
        }
        case 1 -> {
          String lines =
              withId(windows.get(1), "before") + "\n" + withId(windows.get(0), GOOD_WINDOW);
          FuzzRequest request =
              new FuzzRequest("/api/v1/predictions", "application/x-ndjson", lines.getBytes(UTF_8));
          request.parameter("model", model);
          request.check = reply -> undamaged.inPredictions(model, 0, GOOD_WINDOW, reply);
          yield request;
        }
        case 2 -> {
          FuzzRequest request =
              new FuzzRequest(
                  "/v2/models/" + model + "/infer",
                  "application/json",
                  Tensors.utf8(tensors(model).json()));
          request.check = reply -> requireLogit(model, reply);
          yield request;
        }
        default -> {
          ElementSetFormat format = mutations.one(List.of(ElementSetFormat.values()));
          yield toEither(
              type(format),
              ElementSetDocument.of(format, Undamaged.ELEMENTS).text().getBytes(UTF_8));
        }
      };
    }

    private FuzzRequest gzip() {
      FuzzRequest request = plain();
      boolean otherwise = mutations.chance(4);
      byte[] whole = zipped(request.body);
      switch (random.nextInt(10)) {
        case 0 -> request.body = Arrays.copyOf(whole, random.nextInt(whole.length));
        case 1 -> request.body = zipped(whole);
        case 2 -> {
          request.body = Damage.joined(whole, zipped(request.body));
          request.check = null;
        }
        case 3 -> request.body = Damage.joined(whole, mutations.bytes(whole));
        case 4 -> {
          byte[] bomb = new byte[BOMB_BYTES];
          Arrays.fill(bomb, (byte) mutations.one(List.of(32, 0, 10, 91, 48)).intValue());
          request.body = zipped(mutations.chance(2) ? bomb : Damage.joined(request.body, bomb));
          request.check = null;
        }
        case 5 -> {}
        default -> request.body = mutations.bytes(whole);
      }
      request.broken = true;
      if (otherwise || request.headers.contains("Content-Type: application/x-ndjson")) {
        // Bytes that are not decompressed, or only once, are lines as well.
        request.check = null;
      }
      request.header(
          "Content-Encoding",
          mutations.chance(4)
              ? mutations.one(
                  List.of(
                      "GZIP", " gzip ", "x-gzip", "gzip, gzip", "br", "identity", "", "deflate"))
              : "gzip");
      return request;
    }

    private FuzzRequest headers() {
      FuzzRequest request = plain();
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        switch (random.nextInt(8)) {
          case 0 -> {
            request.replaceHeader("Content-Type", mutations.one(CONTENT_TYPES));
            request.check = null;
          }
          case 1 -> request.replaceHeader("Accept", mutations.one(ACCEPTS));
          case 2 -> request.header("Accept", mutations.one(ACCEPTS));
          case 3 -> {
            request.header(TIMEOUT, mutations.chance(3) ? mutations.value() : "1");
            request.hurried = true;
          }
          case 4 -> request.header("X-Request-Id", mutations.value());
          case 5 -> request.header("Inference-Header-Content-Length", mutations.value());
          case 6 ->
              request.header(
                  mutations.one(
                      List.of(
                          "Origin",
                          "Content-Language",
                          "Range",
                          "If-None-Match",
                          "Accept-Encoding",
                          "Accept-Charset",
                          "X-Forwarded-For",
                          "X-Forwarded-Proto",
                          "X-Forwarded-Prefix",
                          "X-HTTP-Method-Override",
                          "Cookie",
                          "Authorization",
                          "traceparent",
                          "Content-Encoding")),
                  mutations.value());
          default -> {
            request.headers.removeIf(line -> line.startsWith("Content-Type"));
            request.check = null;
            if (mutations.chance(2)) {
              request.header("Content-Type", mutations.one(CONTENT_TYPES));
              request.header("Content-Type", mutations.one(CONTENT_TYPES));
            }
          }
        }
      }
      return request;
    }

    private FuzzRequest framing() {
      FuzzRequest request = plain();
      byte[] body = request.body;
      String length = "Content-Length: ";
      switch (random.nextInt(12)) {
        case 0, 1 -> request.framed = chunks(body, "0\r\n\r\n");
        case 2 -> {
          request.framed =
              chunks(body, mutations.one(List.of("", "0", "zz\r\n", "-1\r\n", "0\r\n")));
          request.ended = true;
          request.broken = true;
        }
        case 3 -> {
          request.framed = mutations.bytes(chunks(body, "0\r\n\r\n"));
          request.ended = true;
          request.broken = true;
          request.check = null;
          request.beyondHttp = true;
        }
        case 4 -> {
          request.framed = framed(length + (body.length + 1 + random.nextInt(9_999)), body);
          request.ended = true;
          request.broken = true;
        }
        case 5 -> {
          request.framed = framed(length + random.nextInt(body.length), body);
          request.check = null;
        }
        case 6 -> {
          request.framed =
              framed(
                  length
                      + mutations.one(
                          List.of("", "-1", "NaN", "1e3", "99999999999999999999", "+5")),
                  body);
          request.ended = true;
        }
        case 7 -> {
          request.framed = framed(length + body.length + "\r\n" + length + (body.length + 1), body);
          request.ended = true;
        }
        case 8 -> {
          request.framed = framed(length + body.length + "\r\nTransfer-Encoding: chunked", body);
          request.ended = true;
        }
        case 9 -> {
          request.framed = framed("X-None: no length", body);
          request.ended = true;
        }
        case 10 -> {
          request.framed =
              framed(
                  "Transfer-Encoding: "
                      + mutations.one(
                          List.of("gzip, chunked", "identity", "nonsense", "CHUNKED", "")),
                  body);
          request.ended = true;
          request.beyondHttp = true;
          request.check = null;
        }
        default -> {
          request.method =
              mutations.one(
                  List.of(
                      "GET", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE", "post", "X"));
          request.beyondHttp = true;
          request.check = null;
        }
      }
      if (mutations.chance(8)) {
        request.header("Expect", mutations.one(List.of("100-continue", "nonsense")));
      }
      if (mutations.chance(8)) {
        request.header(
            "Connection", mutations.one(List.of("close", "keep-alive", "upgrade", "nonsense")));
        request.header("Upgrade", "h2c");
      }
      if (mutations.chance(12)) {
        request.version = mutations.one(List.of("HTTP/1.0", "HTTP/9.9", "http/1.1", "HTTP/2.0"));
        request.beyondHttp = true;
        // HTTP/1.0 cannot signal that a response was aborted.
        request.check = null;
      }
      return request;
    }

    private FuzzRequest query() {
      FuzzRequest request = plain();
      request.check = null;
      if (mutations.chance(6)) {
        request.path =
            mutations.one(
                List.of(
                    "/api/v1/detections/",
                    "/api/v1//detections",
                    "/api/v1/detections;x=1",
                    "/api/v1/%64etections",
                    "/api/v1/../v1/detections",
                    "/api/v1/features",
                    "/api/v1/\u00E9",
                    "/api/v1/%zz",
                    "/api/v1/%00",
                    "/v2/models//infer",
                    "/v2/models/%F0%9F%9B%B0/infer",
                    "/v2/models/" + "x".repeat(3_000) + "/infer",
                    "/v2/models/maneuver-lstm/versions/%20/infer",
                    "/v2/models/maneuver-lstm/versions/none/infer"));
        request.query.clear();
      } else if (mutations.chance(2)) {
        int question = request.path.indexOf('?');
        request.path = question < 0 ? request.path : request.path.substring(0, question);
        request.query.clear();
      }
      if (request.path.contains("?")) {
        request.query.add(0, request.path.substring(request.path.indexOf('?') + 1));
        request.path = request.path.substring(0, request.path.indexOf('?'));
      }
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        String name =
            mutations.one(
                List.of(
                    "model",
                    "minConfidence",
                    "series",
                    "days",
                    "strideDays",
                    "steps",
                    "windows",
                    "kinds",
                    "unknown",
                    "Model",
                    "",
                    "%zz",
                    "%00",
                    "model[]"));
        request.parameter(name, parameterValue());
      }
      return request;
    }

    private String parameterValue() {
      return switch (random.nextInt(4)) {
        case 0 ->
            mutations.one(
                List.of("true", "false", "TRUE", "yes", "0.5", "30", "60", "3650", "3651", "2"));
        case 1 ->
            mutations.one(
                List.of(
                    Undamaged.GAPS,
                    Undamaged.DAYS,
                    Undamaged.DAYS + ":1",
                    Undamaged.GAPS + ":",
                    "..%2F..",
                    "maneuver-lstm%00",
                    "%F0%9F%9B%B0".repeat(40),
                    "x".repeat(5_000)));
        case 2 ->
            mutations.one(
                List.of("%zz", "%", "%F0%9F", "%ED%A0%80", "+", "&", "=", "#", ";", "%0d%0a"));
        default -> encoded(mutations.value());
      };
    }

    private String encoded(String value) {
      return URLEncoder.encode(value, UTF_8);
    }

    private byte[] chunks(byte[] body, String end) {
      ByteArrayOutputStream framed = new ByteArrayOutputStream();
      framed.writeBytes("Transfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
      for (int from = 0; from < body.length; ) {
        int to = Math.min(body.length, from + 1 + random.nextInt(20_000));
        String extension = mutations.chance(5) ? ";name=value" : "";
        framed.writeBytes((Integer.toHexString(to - from) + extension + "\r\n").getBytes(UTF_8));
        framed.write(body, from, to - from);
        framed.writeBytes("\r\n".getBytes(UTF_8));
        from = to;
      }
      framed.writeBytes(end.getBytes(UTF_8));
      return framed.toByteArray();
    }
  }

  private static String type(ElementSetFormat format) {
    return switch (format) {
      case TLE, OMM_KVN -> "text/plain";
      case GP_JSON -> "application/json";
      case GP_CSV -> "text/csv";
      case OMM_XML -> "application/xml";
    };
  }

  private static Pattern value(ElementSetFormat format) {
    return switch (format) {
      case TLE -> DIGITS;
      case GP_JSON -> GP_VALUE;
      case GP_CSV -> CELL;
      case OMM_XML -> ELEMENT;
      case OMM_KVN -> KEYWORD;
    };
  }

  private static byte[] framed(String headers, byte[] body) {
    return Damage.joined((headers + "\r\n\r\n").getBytes(UTF_8), body);
  }

  private static ElementSetDocument named(List<ElementSet> elements) {
    return new ElementSetDocument(
        "",
        elements.stream()
            .map(each -> "0 " + each.name() + "\n" + TleWriter.lines(each) + "\n")
            .toList(),
        "");
  }

  private static String withId(JsonNode window, String id) {
    return ((ObjectNode) window.deepCopy()).put("id", id).toString();
  }

  private static byte[] zipped(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
