package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.client.ApiException;
import space.maneuver.client.api.CatalogueApi;
import space.maneuver.client.model.CatalogueObject;
import space.maneuver.client.model.GpRecord;
import space.maneuver.client.model.StoredElementSets;

class JavaClientCatalogueTest extends ClientTest {

  @Test
  void elementSetsAreStoredListedAndRemoved() throws ApiException {
    CatalogueApi catalogue = new CatalogueApi(client);
    StoredElementSets stored = catalogue.storeElementSets(Service.HISTORY);
    List<CatalogueObject> objects =
        catalogue.listObjects("simulated", null, null, null, null).getObjects();
    CatalogueObject object = catalogue.getObject(objects.get(0).getNoradId());
    List<GpRecord> elementSets = catalogue.listElementSets(object.getNoradId(), null, null, null);

    String path = "/api/v1/objects/" + object.getNoradId();
    assertSame(object, service().get(path));
    assertSame(elementSets, service().get(path + "/element-sets"));
    assertThat(stored.getAccepted() + stored.getDuplicates()).isEqualTo(elementSets.size());

    catalogue.deleteObject(object.getNoradId());
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> catalogue.getObject(object.getNoradId()))
        .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(404));
  }
}
