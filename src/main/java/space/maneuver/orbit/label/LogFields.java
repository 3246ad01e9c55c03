package space.maneuver.orbit.label;

import space.maneuver.orbit.format.Rejection.FieldFault;

/** The fields of one line of a maneuver log; faults name the field. */
record LogFields(String[] texts) {

  int count() {
    return texts.length;
  }

  String text(int index) {
    return texts[index].strip();
  }

  int whole(int index, String field, int least, int greatest) throws FieldFault {
    try {
      int value = Integer.parseInt(text(index));
      if (value >= least && value <= greatest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of bounds.
    }
    throw new FieldFault(
        field, text(index), "must be a whole number from " + least + " to " + greatest);
  }

  double decimal(int index, String field) throws FieldFault {
    try {
      double value = Double.parseDouble(text(index));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like an infinite number.
    }
    throw new FieldFault(field, text(index), "is not a finite number");
  }
}
