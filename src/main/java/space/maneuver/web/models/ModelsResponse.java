package space.maneuver.web.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import space.maneuver.exchange.ModelReference;

/**
 * The models in service.
 *
 * @param defaultModel model of requests that name none
 * @param models in the order of their names
 */
record ModelsResponse(
    @JsonProperty("default") ModelReference defaultModel, List<ModelSummary> models) {}
