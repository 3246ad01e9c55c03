package space.maneuver.model.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The kind and sizes of the network in a bundle.
 *
 * @param type {@code "rnn"}, {@code "lstm"}, {@code "gru"}, {@code "bilstm"}, {@code "mlp"} or
 *     {@code "transformer"}
 * @param head what the network predicts
 * @param inputs numbers per step: the channels of the schema and the observation mask
 * @param hidden size of a layer's hidden state
 * @param layers number of stacked layers
 * @param members number of networks of this kind whose logits are averaged
 * @param dropout probability in training, [0, 1)
 * @param bidirectional whether the layers also run backwards
 */
public record Architecture(
    String type,
    Head head,
    int inputs,
    int hidden,
    int layers,
    int members,
    double dropout,
    boolean bidirectional) {

  /** What a network predicts. */
  public enum Head {
    /**
     * Whether there is a burn in a sequence. The method {@code steps} returns the logit after each
     * day; with one step per element set, the mean logit of the short windows that contain the
     * step.
     */
    @JsonProperty("window")
    WINDOW,
    /**
     * Whether there is a burn in the gap before each element set; the logit of a window is the
     * largest.
     */
    @JsonProperty("step")
    STEP
  }
}
