// Asks a service for a little of everything: node summary.js URL ELEMENT_SETS.
import {
  CatalogueApi,
  Configuration,
  DetectionsApi,
  FeaturesApi,
  InferenceErrorFromJSON,
  InferenceInputDatatypeEnum,
  InferenceInputNameEnum,
  ManeuversApi,
  ModelsApi,
  OpenInferenceProtocolApi,
  PredictionsApi,
  ProblemFromJSON,
  ResponseError,
  ReviewsApi,
  WatchListsApi,
} from 'maneuver-detection';

const DAILY = 'maneuver-lstm-daily';

declare const process: { argv: string[] };

async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) {
      return error.response.json();
    }
    throw error;
  }
  throw new Error('A request that must fail was answered.');
}

async function inference(service: Configuration, elementSets: string) {
  const protocol = new OpenInferenceProtocolApi(service);
  const model = { name: DAILY };
  const metadata = await protocol.getModelMetadata(model);
  const ofVersion = { ...model, version: metadata.versions[0]! };
  const same = await protocol.getModelVersionMetadata(ofVersion);
  const daily = await new FeaturesApi(service).extractFeatures({
    elementSets,
    days: 30,
    strideDays: 60,
    model: DAILY,
  });
  const channels = metadata.inputs[0]!.shape[2]!;
  const missing: null[] = new Array(channels).fill(null);
  const x = {
    name: InferenceInputNameEnum.X,
    datatype: InferenceInputDatatypeEnum.Fp32,
    shape: [daily.windows.length, 30, channels],
    data: daily.windows.flatMap((window) => window.features.flatMap((row) => row ?? missing)),
  };
  const inferenceRequest = { inputs: [x] };
  const inferred = [
    await protocol.infer({ ...model, inferenceRequest }),
    await protocol.inferVersion({ ...ofVersion, inferenceRequest }),
  ];
  const healthy = [
    (await protocol.getServerLive()).live,
    (await protocol.getServerReady()).ready,
    (await protocol.getModelReady(model)).ready,
    (await protocol.getModelVersionReady(ofVersion)).ready,
  ];
  const none = await refusal(protocol.getModelMetadata({ name: 'none' }));

  return {
    server: (await protocol.getServerMetadata()).name,
    healthy: healthy.every((each) => each === true),
    versions: same.versions,
    inputs: metadata.inputs.map((tensor) => tensor.name),
    probabilities: inferred.flatMap((answer) => answer.outputs[1]!.data),
    error: InferenceErrorFromJSON(none).error,
  };
}

async function catalogue(service: Configuration, elementSets: string) {
  const api = new CatalogueApi(service);
  const stored = await api.storeElementSets({ elementSets });
  const { objects } = await api.listObjects({ query: '80000' });
  let kept = await api.getObject({ noradId: objects[0]!.noradId });
  while (kept.searchedThrough?.getTime() !== kept.lastEpoch.getTime()) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    kept = await api.getObject({ noradId: kept.noradId });
  }
  const of = { noradId: String(kept.noradId) };
  const maneuvers = new ManeuversApi(service);
  const listed = (await maneuvers.listManeuvers({ ...of, sort: 'epoch' })).maneuvers;
  const first = await maneuvers.getManeuver({ id: listed[0]!.id });
  const { revisions } = await maneuvers.listManeuverRevisions({ id: first.id });
  const { changes } = await maneuvers.listChanges({ ...of, after: 0, backfill: true });
  const reviews = new ReviewsApi(service);
  const day = 86_400_000;
  await reviews.reviewManeuver({ id: first.id, maneuverVerdict: { verdict: 'unsure' } });
  const quiet = await reviews.addReview({
    stretchVerdict: {
      noradId: kept.noradId,
      verdict: 'quiet',
      start: new Date(first.epoch.getTime() - 9 * day),
      end: new Date(first.epoch.getTime() - 5 * day),
    },
  });
  const given = (await reviews.listReviews(of)).reviews;
  await reviews.takeBackReview({ id: first.id });
  await reviews.deleteReview({ id: quiet.id });
  const { series } = await api.getSeries({ noradId: kept.noradId, from: '2000-01-01T00:00:00Z' });
  const epochs = await api.listElementSets({ noradId: kept.noradId });
  const watchLists = new WatchListsApi(service);
  const name = 'typescript';
  await watchLists.putWatchList({ name, watchListDefinition: { objects: [kept.noradId] } });
  const { watchlists } = await watchLists.listWatchLists();
  const { query } = await watchLists.getWatchList({ name });
  const watched = (await api.listObjects({ watchlist: name })).objects;
  await watchLists.deleteWatchList({ name });
  await api.deleteObject({ noradId: kept.noradId });
  if (query !== null || !watchlists.some((each) => each.name === name)) {
    throw new Error('The watch list is not the one that was given.');
  }

  return {
    stored: stored.accepted + stored.duplicates,
    numbers: objects.map((each) => each.noradId),
    elementSets: kept.elementSets,
    epochs: epochs.length,
    series: series!.epoch.length,
    maneuvers: listed.length,
    revisions: revisions.length,
    changes: changes.filter((each) => each.maneuver).map((each) => each.type),
    verdicts: given.map((each) => each.verdict),
    watched: watched.map((each) => each.noradId),
  };
}

async function main(basePath: string, elementSets: string): Promise<void> {
  const service = new Configuration({ basePath });
  const models = new ModelsApi(service);
  const known = await models.listModels();
  const model = await models.getModel({ name: known._default.name });
  const detections = await new DetectionsApi(service).detectManeuvers({ elementSets });
  const features = await new FeaturesApi(service).extractFeatures({
    elementSets,
    days: 60,
    strideDays: 60,
  });
  const windows = { windows: features.windows };
  const answer = await new PredictionsApi(service).predict({ windows });
  const problem = ProblemFromJSON(await refusal(models.getModel({ name: 'none' })));

  console.log(
    JSON.stringify({
      defaultModel: known._default.name,
      models: known.models.map((each) => each.name),
      units: model.features.channels.map((channel) => channel.unit),
      maneuvers: detections.objects[0]!.maneuvers.map((each) => ({
        epochSecond: Math.floor(each.epoch.getTime() / 1000),
        type: each.type,
        deltaV: each.deltaV?.total ?? null,
      })),
      windowDays: features.windows.map((window) => window.days),
      probabilities: answer.predictions.map((each) => each.probability),
      catalogue: await catalogue(service, elementSets),
      problem: {
        status: problem.status,
        code: problem.code,
        field: problem.errors[0]!.field,
      },
      inference: await inference(service, elementSets),
    }),
  );
}

await main(process.argv[2]!, process.argv[3]!);
