import { seconds } from './format.js';

/**
 * The results for one input. The line of each object is kept as text and parsed again when the
 * object is opened, since the parsed series of thousands of objects would not fit into memory.
 */
export class Results {
  constructor(name, model) {
    this.name = name;
    this.model = model;
    this.objects = [];
    this.rejected = [];
    this.rejectedCount = 0;
    this.complete = false;
  }

  add(line) {
    const read = JSON.parse(line);
    if (read.noradId === undefined) {
      this.rejected = read.rejected;
      this.rejectedCount = read.rejectedCount;
      this.complete = true;
      return;
    }
    const { maneuvers, windows, series, ...rest } = read;
    maneuvers.forEach((maneuver) => {
      maneuver.at = seconds(maneuver.epoch);
      maneuver.from = seconds(maneuver.earliest);
      maneuver.to = seconds(maneuver.latest);
    });
    this.objects.push({
      ...rest,
      maneuvers,
      first: series.epoch[0],
      last: series.epoch.at(-1),
      best: maneuvers.reduce((most, each) => Math.max(most, each.confidence), 0),
      line,
    });
  }

  find(noradId) {
    return this.objects.find((object) => String(object.noradId) === String(noradId));
  }

  /** Returns the JSON document that the service sends without streaming. */
  document() {
    const { name, version } = this.model;
    return new Blob([
      `{"model":${JSON.stringify({ name, version })},"objects":[`,
      ...this.objects.flatMap((object, i) => (i ? [',', object.line] : [object.line])),
      `],"rejected":${JSON.stringify(this.rejected)},"rejectedCount":${this.rejectedCount}}`,
    ], { type: 'application/json' });
  }
}

/** Returns the series of an object, as arrays of numbers over time. */
export function details(object) {
  const { series, windows } = JSON.parse(object.line);
  return {
    times: series.epoch.map(seconds),
    series,
    windows30: { times: windows.map((each) => seconds(each.end)), probability: windows.map((each) => each.probability) },
    windows60: {
      times: series.windows60.start.map((start) => seconds(start) + 60 * 86400),
      probability: series.windows60.probability,
    },
  };
}
