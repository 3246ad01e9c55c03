"""Asks a service for a little of everything: summary.py URL FILE."""

import json
import sys
from pathlib import Path

from maneuver_detection import (
    ApiClient,
    Configuration,
    DetectionsApi,
    FeaturesApi,
    ModelsApi,
    PredictionsApi,
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
            "problem": {
                "status": problem.status,
                "code": problem.code,
                "field": problem.errors[0].field,
            },
        }
    )
)
