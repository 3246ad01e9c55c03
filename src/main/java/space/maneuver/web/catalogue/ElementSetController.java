package space.maneuver.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.web.Paths;
import space.maneuver.web.catalogue.ElementSetUpload.StoredElementSets;
import space.maneuver.web.elements.ElementSetTypes;

/** Takes element sets into the catalogue. */
@RestController
@RequestMapping(Paths.ELEMENT_SETS)
class ElementSetController implements ElementSetApi {

  private final KeptCatalogue kept;
  private final ElementSetUpload upload;

  ElementSetController(KeptCatalogue kept, ElementSetUpload upload) {
    this.kept = kept;
    this.upload = upload;
  }

  @Override
  @PostMapping(
      consumes = {
        ElementSetTypes.TEXT,
        ElementSetTypes.JSON,
        ElementSetTypes.CSV,
        ElementSetTypes.XML,
        MediaType.APPLICATION_NDJSON_VALUE,
        ElementSetTypes.UNNAMED,
        ElementSetTypes.FORM
      },
      produces = MediaType.APPLICATION_JSON_VALUE)
  public StoredElementSets storeElementSets(HttpServletRequest request) throws IOException {
    Catalogue catalogue = kept.get();
    // Before the body, which may be long.
    catalogue.check();
    return upload.store(request, catalogue);
  }
}
