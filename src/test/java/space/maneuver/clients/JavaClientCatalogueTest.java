package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.client.ApiException;
import space.maneuver.client.api.CatalogueApi;
import space.maneuver.client.api.ManeuversApi;
import space.maneuver.client.api.ReviewsApi;
import space.maneuver.client.api.WatchListsApi;
import space.maneuver.client.model.CatalogueManeuver;
import space.maneuver.client.model.CatalogueManeuvers;
import space.maneuver.client.model.CatalogueObject;
import space.maneuver.client.model.GpRecord;
import space.maneuver.client.model.ManeuverVerdict;
import space.maneuver.client.model.Review;
import space.maneuver.client.model.Reviews;
import space.maneuver.client.model.StoredElementSets;
import space.maneuver.client.model.StretchVerdict;
import space.maneuver.client.model.WatchList;
import space.maneuver.client.model.WatchListDefinition;

class JavaClientCatalogueTest extends ClientTest {

  @Test
  void elementSetsAreStoredListedAndRemoved() throws ApiException {
    CatalogueApi catalogue = new CatalogueApi(client);
    StoredElementSets stored = catalogue.storeElementSets(Service.HISTORY);
    List<CatalogueObject> objects =
        catalogue
            .listObjects(Integer.toString(Service.OBJECT), null, null, null, null, null)
            .getObjects();
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

  @Test
  void maneuversAndChangesAreTheServices() throws ApiException {
    CatalogueApi catalogue = new CatalogueApi(client);
    ManeuversApi maneuvers = new ManeuversApi(client);
    catalogue.storeElementSets(Service.HISTORY);
    service().awaitSearch();
    String number = Integer.toString(Service.OBJECT);

    CatalogueManeuvers listed =
        maneuvers.listManeuvers(
            number, null, null, null, null, null, null, null, "epoch", null, null, null, null);
    Long id = listed.getManeuvers().get(0).getId();

    assertSame(listed, service().get("/api/v1/maneuvers?sort=epoch&noradId=" + number));
    assertSame(maneuvers.getManeuver(id), service().get("/api/v1/maneuvers/" + id));
    assertSame(
        maneuvers.listManeuverRevisions(id),
        service().get("/api/v1/maneuvers/" + id + "/revisions"));
    assertSame(
        maneuvers.listChanges(0L, null, number, null, null, null, true, null, null),
        service().get("/api/v1/changes?after=0&backfill=true&noradId=" + number));
    assertSame(
        catalogue.getSeries(Service.OBJECT, null, null),
        service().get("/api/v1/objects/" + number + "/series"));
    assertThat(listed.getManeuvers()).hasSizeGreaterThan(2);
  }

  @Test
  void watchListsAreGivenUsedAndRemoved() throws ApiException {
    CatalogueApi catalogue = new CatalogueApi(client);
    WatchListsApi watchLists = new WatchListsApi(client);
    catalogue.storeElementSets(Service.HISTORY);

    WatchList given =
        watchLists.putWatchList(
            new WatchListDefinition().addObjectsItem(Service.OBJECT), "java-client");

    assertThat(given.getObjects()).containsExactly(Service.OBJECT);
    assertThat(watchLists.getWatchList("java-client")).isEqualTo(given);
    assertThat(watchLists.listWatchLists().getWatchlists()).contains(given);
    assertThat(catalogue.listObjects(null, null, null, 10, null, "java-client").getObjects())
        .extracting(CatalogueObject::getNoradId)
        .containsExactly(Service.OBJECT);

    watchLists.deleteWatchList("java-client");
    assertThat(watchLists.listWatchLists().getWatchlists()).doesNotContain(given);
  }

  @Test
  void reviewsAreGivenListedAndTakenBack() throws ApiException {
    CatalogueApi catalogue = new CatalogueApi(client);
    ReviewsApi reviews = new ReviewsApi(client);
    catalogue.storeElementSets(Service.HISTORY);
    service().awaitSearch();
    String number = Integer.toString(Service.OBJECT);
    CatalogueManeuver maneuver =
        new ManeuversApi(client)
            .listManeuvers(
                number, null, null, null, null, null, null, null, "epoch", null, null, null, null)
            .getManeuvers()
            .get(0);

    CatalogueManeuver judged =
        reviews.reviewManeuver(
            new ManeuverVerdict().verdict("burn").note("seen"), maneuver.getId());
    Review stretch =
        reviews.addReview(
            new StretchVerdict()
                .noradId(Service.OBJECT)
                .verdict("quiet")
                .start(maneuver.getEpoch().minusDays(9))
                .end(maneuver.getEpoch().minusDays(5)));

    assertSame(judged, service().get("/api/v1/maneuvers/" + maneuver.getId()));
    Reviews listed = reviews.listReviews(number, null);
    assertSame(listed, service().get("/api/v1/reviews?noradId=" + number));
    assertThat(listed.getReviews()).containsExactly(judged.getReview(), stretch);

    reviews.takeBackReview(maneuver.getId());
    reviews.deleteReview(stretch.getId());
    assertThat(reviews.listReviews(number, null).getReviews()).isEmpty();
  }
}
