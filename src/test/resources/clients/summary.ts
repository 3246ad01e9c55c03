// Asks a service for a little of everything: node summary.js URL ELEMENT_SETS.
import {
  Configuration,
  DetectionsApi,
  FeaturesApi,
  ModelsApi,
  PredictionsApi,
  ProblemFromJSON,
  ResponseError,
} from 'maneuver-detection';
import type { Problem } from 'maneuver-detection';

declare const process: { argv: string[] };

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) {
      return ProblemFromJSON(await error.response.json());
    }
    throw error;
  }
  throw new Error('A request that must fail was answered.');
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
  const problem = await problemOf(models.getModel({ name: 'none' }));

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
      problem: {
        status: problem.status,
        code: problem.code,
        field: problem.errors[0]!.field,
      },
    }),
  );
}

await main(process.argv[2]!, process.argv[3]!);
