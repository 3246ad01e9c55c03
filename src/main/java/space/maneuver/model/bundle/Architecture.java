package space.maneuver.model.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What kind of network a bundle holds.
 *
 * @param type {@code "rnn"}, {@code "lstm"}, {@code "gru"}, {@code "bilstm"}, {@code "mlp"} or
 *     {@code "transformer"}
 * @param head what it answers
 * @param inputs numbers per step: the schema's channels and the observation mask
 * @param hidden size of the state of a layer
 * @param layers stacked
 * @param members networks of that kind whose mean logit counts
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

  /** What a network answers. */
  public enum Head {
    /**
     * Whether a burn lies in a sequence. Of a step per day, {@code steps} says it after each day;
     * of a step per element set, it gives the mean of short windows that hold the step.
     */
    @JsonProperty("window")
    WINDOW,
    /** Whether a burn lies in the gap before each element set; a window's answer is the largest. */
    @JsonProperty("step")
    STEP
  }
}
