package space.maneuver.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the chart makes of some values.
 *
 * @param objects in Helm's order, each as the model of its kind, which knew all of its fields
 */
record RenderedChart(List<HasMetadata> objects) {

  private static final ObjectMapper STRICT =
      YAMLMapper.builder()
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .build()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(new NoFieldsBesides());

  /** The models would keep unknown fields apart, without a word. */
  private static final class NoFieldsBesides extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  static RenderedChart parse(String yaml) {
    List<HasMetadata> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = STRICT.readerFor(JsonNode.class).readValues(yaml)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document.isObject()) {
          String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
          objects.add(STRICT.treeToValue(document, KnownKind.of(kind)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RenderedChart(objects);
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The object of a kind of which there is one. */
  <T extends HasMetadata> T one(Class<T> kind) {
    List<T> all = all(kind);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " of " + kind.getSimpleName());
    }
    return all.get(0);
  }

  /** The container of the service. */
  Container service() {
    return one(Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
  }

  /** Every pod that comes of the chart, by whichever kind. */
  List<PodTemplateSpec> pods() {
    return objects.stream().flatMap(RenderedChart::pods).toList();
  }

  private static Stream<PodTemplateSpec> pods(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return Stream.of(deployment.getSpec().getTemplate());
    }
    if (object instanceof Job job) {
      return Stream.of(job.getSpec().getTemplate());
    }
    if (object instanceof CronJob job) {
      return Stream.of(job.getSpec().getJobTemplate().getSpec().getTemplate());
    }
    if (object instanceof Pod pod) {
      return Stream.of(
          new PodTemplateSpecBuilder()
              .withMetadata(pod.getMetadata())
              .withSpec(pod.getSpec())
              .build());
    }
    return Stream.empty();
  }
}
