package space.maneuver.web.predictions;

import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a body or a window says of the model that it was made for. The schema of the features
 * decides, where it is named: another version of a model, or another model, may have the same.
 */
final class WindowOrigin {

  private static final String MODEL = "model";
  private static final String SCHEMA = "schema";

  private @Nullable String model;
  private @Nullable String schema;

  /**
   * Takes the value that the parser stands on, to its end.
   *
   * @return whether it is of a field that says something of the origin
   */
  boolean read(String field, JsonParser parser) {
    if (field.equals(SCHEMA) && parser.currentToken() == JsonToken.VALUE_STRING) {
      schema = parser.getString();
      return true;
    }
    if (field.equals(MODEL) && parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean name = parser.currentName().equals("name");
        if (parser.nextToken() == JsonToken.VALUE_STRING && name) {
          model = parser.getString();
        }
        parser.skipChildren();
      }
      return true;
    }
    return false;
  }

  /**
   * What is wrong where they were made for another model.
   *
   * @param prefix of the fields' paths, with its dot; empty at the top
   */
  @Nullable Fault fault(ModelBundle bundle, String prefix, String place) {
    String code = FaultCode.WRONG_MODEL.code();
    String own = bundle.features().name();
    if (schema != null) {
      String made = model == null ? "" : ", since the windows were made for " + model;
      return schema.equals(own)
          ? null
          : new Fault(
              code,
              prefix + SCHEMA,
              schema,
              place,
              "must be " + own + " for " + bundle.name() + made);
    }
    return model == null || model.equals(bundle.name())
        ? null
        : new Fault(
            code,
            prefix + MODEL + ".name",
            model,
            place,
            "must be " + bundle.name() + ", which answers, unless \"schema\" says " + own);
  }
}
