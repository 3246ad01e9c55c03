package space.maneuver.torchscript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The {@code data.pkl} of an archive: one object with its attributes, tensors by reference. */
final class ObjectPickle {

  private final PickleWriter pickle;
  private int storages;

  private ObjectPickle(PickleWriter pickle) {
    this.pickle = pickle;
  }

  /** The tensors are referred to by their position among the parameters, depth first. */
  static byte[] of(String className, List<Attribute> attributes) throws IOException {
    PickleWriter pickle = new PickleWriter();
    new ObjectPickle(pickle).object(className, attributes);
    return pickle.finish();
  }

  private void object(String className, List<Attribute> attributes) throws IOException {
    pickle.global("__torch__", className);
    pickle.op(')');
    pickle.op('\u0081');
    pickle.op('}');
    pickle.op('(');
    for (Attribute attribute : attributes) {
      pickle.text(attribute.name());
      if (attribute instanceof Attribute.Parameter parameter) {
        tensor(pickle, storages++, parameter.tensor());
      } else if (attribute instanceof Attribute.Flag flag) {
        pickle.bool(flag.value());
      } else if (attribute instanceof Attribute.Count count) {
        pickle.integer(count.value());
      } else if (attribute instanceof Attribute.Real real) {
        pickle.real(real.value());
      } else if (attribute instanceof Attribute.Submodule submodule) {
        object(submodule.className(), submodule.attributes());
      }
    }
    pickle.op('u');
    pickle.op('b');
  }

  private static void tensor(PickleWriter pickle, int storage, Tensor tensor) throws IOException {
    pickle.global("torch._utils", "_rebuild_tensor_v2");
    pickle.op('(');
    pickle.op('(');
    pickle.text("storage");
    pickle.global("torch", "FloatStorage");
    pickle.text(Integer.toString(storage));
    pickle.text("cpu");
    pickle.integer(tensor.values().length);
    pickle.op('t');
    pickle.op('Q');
    pickle.integer(0);
    pickle.integers(tensor.shape());
    pickle.integers(strides(tensor.shape()));
    pickle.bool(true);
    pickle.global("collections", "OrderedDict");
    pickle.op(')');
    pickle.op('R');
    pickle.op('t');
    pickle.op('R');
  }

  private static List<Integer> strides(List<Integer> shape) {
    List<Integer> strides = new ArrayList<>();
    int stride = 1;
    for (int side = shape.size() - 1; side >= 0; side--) {
      strides.add(stride);
      stride *= shape.get(side);
    }
    Collections.reverse(strides);
    return strides;
  }
}
