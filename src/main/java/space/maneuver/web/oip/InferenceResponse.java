package space.maneuver.web.oip;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.model.bundle.ModelBundle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The response to an inference request.
 *
 * @param model that answered
 * @param id as in the request; null if it had none
 * @param outputs in the order in which they were requested
 */
record InferenceResponse(ModelBundle model, @Nullable String id, List<OutputTensor> outputs) {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  void write(HttpServletResponse response) throws IOException {
    ByteArrayOutputStream json = json();
    int binary = outputs.stream().filter(OutputTensor::binary).mapToInt(OutputTensor::bytes).sum();
    if (binary > 0) {
      response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
      response.setHeader(InferenceBody.HEADER, Integer.toString(json.size()));
    } else {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    }
    response.setContentLength(json.size() + binary);
    OutputStream out = response.getOutputStream();
    json.writeTo(out);
    for (OutputTensor output : outputs) {
      if (output.binary()) {
        out.write(binary(output));
      }
    }
  }

  private static byte[] binary(OutputTensor output) {
    ByteBuffer bytes = ByteBuffer.allocate(output.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(output.values());
    return bytes.array();
  }

  private ByteArrayOutputStream json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("model_name", model.name());
      json.writeStringProperty("model_version", model.version());
      if (id != null) {
        json.writeStringProperty("id", id);
      }
      json.writeArrayPropertyStart("outputs");
      outputs.forEach(output -> output(json, output));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes;
  }

  private static void output(JsonGenerator json, OutputTensor output) {
    json.writeStartObject();
    json.writeStringProperty("name", output.name());
    json.writeStringProperty("datatype", ModelTensors.FP32);
    json.writeArrayPropertyStart("shape");
    json.writeNumber(output.values().length);
    json.writeEndArray();
    if (output.binary()) {
      json.writeObjectPropertyStart("parameters");
      json.writeNumberProperty("binary_data_size", output.bytes());
      json.writeEndObject();
    } else {
      json.writeArrayPropertyStart("data");
      for (float value : output.values()) {
        number(json, value);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Writes NaN as null, since JSON has no NaN. */
  private static void number(JsonGenerator json, float value) {
    if (Float.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
