"""Asks a service for a little of everything: summary.py URL FILE."""

import json
import sys
import time
from datetime import timedelta
from pathlib import Path

from maneuver_detection import (
    ApiClient,
    CatalogueApi,
    Configuration,
    DetectionsApi,
    FeaturesApi,
    InferenceInput,
    InferenceRequest,
    ManeuversApi,
    ManeuverVerdict,
    ModelsApi,
    OpenInferenceProtocolApi,
    PredictionsApi,
    ReviewsApi,
    StretchVerdict,
    WatchListDefinition,
    WatchListsApi,
    Windows,
)
from maneuver_detection.exceptions import NotFoundException

service = ApiClient(Configuration(host=sys.argv[1]))
history = Path(sys.argv[2]).read_text()

models = ModelsApi(service)
known = models.list_models()
model = models.get_model(known.default.name)
# Without it the client would send JSON, one of the other formats that the service reads.
text = {"_content_type": "text/plain"}
detections = DetectionsApi(service).detect_maneuvers(history, **text)
features = FeaturesApi(service).extract_features(
    element_sets=history, days=60, stride_days=60, **text
)
answer = PredictionsApi(service).predict(Windows(windows=features.windows))
try:
    models.get_model("none")
    sys.exit("A model that does not exist was found.")
except NotFoundException as e:
    problem = e.data

catalogue = CatalogueApi(service)
stored = catalogue.store_element_sets(history, **text)
objects = catalogue.list_objects(query="80000").objects
kept = catalogue.get_object(objects[0].norad_id)
while kept.searched_through != kept.last_epoch:
    time.sleep(0.05)
    kept = catalogue.get_object(kept.norad_id)
epochs = catalogue.list_element_sets(kept.norad_id)
series = catalogue.get_series(kept.norad_id, var_from="2000-01-01T00:00:00Z").series
number = str(kept.norad_id)
maneuvers = ManeuversApi(service)
listed = maneuvers.list_maneuvers(norad_id=number, sort="epoch").maneuvers
first = maneuvers.get_maneuver(listed[0].id)
assert first == listed[0]
revisions = maneuvers.list_maneuver_revisions(first.id).revisions
changes = maneuvers.list_changes(after=0, backfill=True, norad_id=number).changes
reviews = ReviewsApi(service)
reviews.review_maneuver(id=first.id, maneuver_verdict=ManeuverVerdict(verdict="unsure"))
quiet = reviews.add_review(
    StretchVerdict(
        norad_id=kept.norad_id,
        verdict="quiet",
        start=first.epoch - timedelta(days=9),
        end=first.epoch - timedelta(days=5),
    )
)
verdicts = [each.verdict for each in reviews.list_reviews(norad_id=number).reviews]
reviews.take_back_review(first.id)
reviews.delete_review(quiet.id)
watch_lists = WatchListsApi(service)
watch_lists.put_watch_list(
    name="python", watch_list_definition=WatchListDefinition(objects=[kept.norad_id])
)
assert watch_lists.get_watch_list("python") in watch_lists.list_watch_lists().watchlists
watched = [each.norad_id for each in catalogue.list_objects(watchlist="python").objects]
watch_lists.delete_watch_list("python")
catalogue.delete_object(kept.norad_id)

DAILY = "maneuver-lstm-daily"
protocol = OpenInferenceProtocolApi(service)
metadata = protocol.get_model_metadata(DAILY)
version = metadata.versions[0]
assert protocol.get_model_version_metadata(DAILY, version) == metadata
healthy = (
    protocol.get_server_live().live
    and protocol.get_server_ready().ready
    and protocol.get_model_ready(DAILY).ready
    and protocol.get_model_version_ready(DAILY, version).ready
)
daily = FeaturesApi(service).extract_features(
    element_sets=history, days=30, stride_days=60, model=DAILY, **text
)
missing = [None] * metadata.inputs[0].shape[2]
rows = [row or missing for window in daily.windows for row in window.features]
x = InferenceInput(
    name="x",
    datatype="FP32",
    shape=[len(daily.windows), 30, len(missing)],
    data=[number for row in rows for number in row],
)
tensors = InferenceRequest(inputs=[x])
inferred = [
    protocol.infer(DAILY, tensors),
    protocol.infer_version(DAILY, version, tensors),
]
try:
    protocol.get_model_metadata("none")
    sys.exit("A model that does not exist was found.")
except NotFoundException as e:
    error = e.data.error

print(
    json.dumps(
        {
            "defaultModel": known.default.name,
            "models": [each.name for each in known.models],
            "units": [channel.unit for channel in model.features.channels],
            "maneuvers": [
                {
                    "epochSecond": int(each.epoch.replace(microsecond=0).timestamp()),
                    "type": each.type.value,
                    "deltaV": each.delta_v and each.delta_v.total,
                }
                for each in detections.objects[0].maneuvers
            ],
            "windowDays": [window.days for window in features.windows],
            "probabilities": [each.probability for each in answer.predictions],
            "catalogue": {
                "stored": stored.accepted + stored.duplicates,
                "numbers": [each.norad_id for each in objects],
                "elementSets": kept.element_sets,
                "epochs": len(epochs),
                "series": len(series.epoch),
                "maneuvers": len(listed),
                "revisions": len(revisions),
                "changes": [each.type for each in changes if each.maneuver],
                "verdicts": verdicts,
                "watched": watched,
            },
            "problem": {
                "status": problem.status,
                "code": problem.code,
                "field": problem.errors[0].field,
            },
            "inference": {
                "server": protocol.get_server_metadata().name,
                "healthy": healthy,
                "versions": metadata.versions,
                "inputs": [tensor.name for tensor in metadata.inputs],
                "probabilities": [
                    number for answer in inferred for number in answer.outputs[1].data
                ],
                "error": error,
            },
        }
    )
)
