package space.maneuver.web.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import space.maneuver.inference.InferenceSettings;
import space.maneuver.model.torch.TorchEngine;
import space.maneuver.model.torch.WindowBatch;

/**
 * How windows wait for the network and are run by it.
 *
 * @param timeout of a request that names none
 * @param longestTimeout that a request may name
 * @param threads that run networks; 0 for as many as there are cores, or one on a GPU
 * @param queue windows that may wait, all callers together
 * @param longestWait windows are refused when those before them take longer than this
 * @param callerWindows windows that one API key may have waiting or running; 0 for no bound
 * @param batch most windows that are run together
 * @param delay how long a window may wait for others to be run with, while threads are busy
 */
@ConfigurationProperties("maneuver.inference")
@Validated
public record InferenceProperties(
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("10m") Duration longestTimeout,
    @DefaultValue("0") @Min(0) int threads,
    @DefaultValue("4096") @Min(1) int queue,
    @DefaultValue("1s") Duration longestWait,
    @DefaultValue("0") @Min(0) int callerWindows,
    @DefaultValue("256") @Min(1) @Max(WindowBatch.LARGEST) int batch,
    @DefaultValue("1ms") Duration delay) {

  InferenceSettings settings() {
    int own =
        TorchEngine.deviceType().equals("cpu") ? Runtime.getRuntime().availableProcessors() : 1;
    return new InferenceSettings(
        threads == 0 ? own : threads, queue, longestWait, callerWindows, batch, delay);
  }
}
