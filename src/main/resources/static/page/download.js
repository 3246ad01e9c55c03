import { colour, el } from './dom.js';

export function save(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function csv(header, rows) {
  const text = [header, ...rows].map((row) => row.map((value) => quoted(value ?? '')).join(',')).join('\r\n');
  return new Blob([`${text}\r\n`], { type: 'text/csv' });
}

/** Names come from files: marks as text what a spreadsheet would take for a formula. */
function quoted(value) {
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function maneuversCsv(objects, threshold) {
  return csv(
    ['norad_id', 'regime', 'epoch', 'earliest', 'latest', 'confidence', 'status', 'element_sets_since', 'type',
      'dv_radial_m_s', 'dv_along_m_s', 'dv_cross_m_s', 'dv_total_m_s', 'dv_sigma_m_s',
      'kind', 'burns', 'dv_radial_sigma_m_s', 'dv_along_sigma_m_s', 'dv_cross_sigma_m_s', 'acceleration_m_s2', 'name'],
    objects.flatMap((object) => threshold.counts(object).map((each) => [
      object.noradId, object.regime, each.epoch, each.earliest, each.latest, each.confidence, each.status,
      each.elementSetsSince, each.type, each.deltaV?.radial, each.deltaV?.alongTrack, each.deltaV?.crossTrack,
      each.deltaV?.total, each.deltaV?.sigma, each.kind, each.burns, each.componentSigma?.radial,
      each.componentSigma?.alongTrack, each.componentSigma?.crossTrack, each.acceleration, object.name,
    ])),
  );
}

export function seriesCsv({ series }) {
  return csv(
    ['epoch', 'semi_major_axis_km', 'altitude_km', 'inclination_deg', 'eccentricity', 'along_track_residual_sigma', 'gap_probability'],
    series.epoch.map((epoch, i) => [epoch, series.semiMajorAxis[i], series.altitude[i], series.inclination[i],
      series.eccentricity[i], series.alongTrackResidual[i], series.gapProbability[i]]),
  );
}

/** Renders the plots with their names as one image. */
export function picture(stack, title) {
  const ratio = devicePixelRatio;
  const titleHeight = 22 * ratio;
  const canvases = stack.plots.map((plot) => plot.ctx.canvas);
  const canvas = el('canvas', {
    width: canvases[0].width,
    height: canvases.reduce((sum, each) => sum + each.height + titleHeight, titleHeight * 1.5),
  });
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = colour('panel');
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = colour('ink');
  let y = titleHeight;
  ctx.font = `600 ${14 * ratio}px system-ui, sans-serif`;
  ctx.fillText(title, 8 * ratio, y);
  y += titleHeight * 0.5;
  ctx.font = `${12 * ratio}px system-ui, sans-serif`;
  canvases.forEach((each, i) => {
    ctx.fillText(stack.specs[i].name, 8 * ratio, y + titleHeight * 0.75);
    ctx.drawImage(each, 0, y + titleHeight);
    y += each.height + titleHeight;
  });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
