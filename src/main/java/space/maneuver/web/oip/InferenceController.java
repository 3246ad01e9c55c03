package space.maneuver.web.oip;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.RequestLimits;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.Paths;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.models.ModelResolver;
import space.maneuver.web.models.RequestLimitsReader;

/** Computes the logits of windows sent as tensors. */
@RestController
@RequestMapping(
    path = Paths.INFERENCE_MODEL,
    consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
class InferenceController implements InferenceApi {

  /** Characters of the shortest number and its comma. */
  private static final int SHORTEST = 2;

  private final ModelResolver models;
  private final RequestLimitsReader limitsReader;
  private final LimitsProperties bodyLimits;
  private final RequestMeters meters;

  InferenceController(
      ModelResolver models,
      RequestLimitsReader limitsReader,
      LimitsProperties bodyLimits,
      RequestMeters meters) {
    this.models = models;
    this.limitsReader = limitsReader;
    this.bodyLimits = bodyLimits;
    this.meters = meters;
  }

  @Override
  @PostMapping("/infer")
  public void infer(
      @PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(ModelPath.of(name), request, response);
  }

  @Override
  @PostMapping("/versions/{version}/infer")
  public void inferVersion(
      @PathVariable("name") String name,
      @PathVariable("version") String version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    answer(ModelPath.of(name, version), request, response);
  }

  private void answer(String model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestLimits limits = limitsReader.of(request);
    ModelBundle bundle = models.of(model, "path").bundle();
    ModelTensors tensors = new ModelTensors(bundle);
    long start = System.nanoTime();
    long maxBytes = bodyLimits.body().toBytes();
    InferenceBody body = InferenceBody.of(request, maxBytes);
    int maxNumbers = (int) Math.min(maxBytes / SHORTEST + 1, Integer.MAX_VALUE / 2);
    InferenceRequest asked = body.read(new InferenceRequestReader(tensors, maxNumbers));
    List<FeatureWindow> windows = new TensorWindows(bundle, bodyLimits).read(asked, body);
    meters.parsed(System.nanoTime() - start);
    try (ModelSession session = models.open(model, bundle, "path")) {
      float[] logits = session.logits(windows, limits);
      meters.countLogits(session.bundle().name(), logits.length);
      start = System.nanoTime();
      List<OutputTensor> outputs = new ArrayList<>();
      for (RequestedOutput output : asked.decided(tensors)) {
        outputs.add(output(output, new ModelTensors(session.bundle()), windows, logits));
      }
      new InferenceResponse(session.bundle(), asked.id(), outputs).write(response);
      meters.written(System.nanoTime() - start);
    }
  }

  private static OutputTensor output(
      RequestedOutput asked, ModelTensors tensors, List<FeatureWindow> windows, float[] logits) {
    float[] values =
        asked.name().equals(ModelTensors.LOGIT) ? logits : tensors.probabilities(windows, logits);
    return new OutputTensor(asked.name(), values, Boolean.TRUE.equals(asked.binary()));
  }
}
