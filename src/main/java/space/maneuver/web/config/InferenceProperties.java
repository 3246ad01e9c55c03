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
 * How windows are queued, batched and run.
 *
 * @param timeout deadline of a request without an X-Request-Timeout-Ms header
 * @param longestTimeout longest deadline that X-Request-Timeout-Ms may set
 * @param threads number of inference threads; 0: one per core, or a single one on a GPU
 * @param queue maximum number of windows in the queue, over all callers; beyond it, requests are
 *     refused with 503
 * @param longestWait longest expected wait in the queue: while the windows already queued are
 *     expected to take longer, new requests are refused with 503; 0: refused while any window is
 *     queued
 * @param callerWindows maximum number of windows in flight (queued or running) per caller (API key
 *     or token); a request that would exceed it is refused with 429, unless the caller has nothing
 *     else in flight; 0: no limit
 * @param batch maximum number of windows in one batch, 1 to 256
 * @param delay batching delay: how long a window may wait for others to share its batch while the
 *     inference threads are busy; 0: not at all
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
