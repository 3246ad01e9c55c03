import { colour } from './dom.js';

const NARROWEST_PX = 2;

/**
 * Draws detections over the full height of a plot: the interval as a band, the epoch as a line.
 * Provisional ones are dashed lines around a fainter band.
 */
export function drawBands(u, maneuvers, chosen) {
  const { ctx } = u;
  const { left, top, width, height } = u.bbox;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  for (const maneuver of maneuvers) {
    const from = u.valToPos(maneuver.from, 'x', true);
    const to = u.valToPos(maneuver.to, 'x', true);
    if (to < left || from > left + width) continue;
    const provisional = maneuver.status === 'provisional';
    ctx.globalAlpha = provisional ? 0.5 : 1;
    ctx.fillStyle = colour(maneuver === chosen ? 'band-strong' : 'band');
    ctx.fillRect(from, top, Math.max(to - from, NARROWEST_PX), height);
    ctx.globalAlpha = maneuver === chosen ? 1 : 0.7;
    ctx.strokeStyle = colour('band-edge');
    ctx.lineWidth = maneuver === chosen ? 2 : 1;
    ctx.setLineDash(provisional ? [4, 4] : []);
    const times = provisional ? [maneuver.from, maneuver.at, maneuver.to] : [maneuver.at];
    for (const time of times) {
      const x = Math.round(u.valToPos(time, 'x', true)) + 0.5;
      ctx.beginPath();
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** Draws a threshold. */
export function drawLimit(u, value) {
  const { ctx } = u;
  const y = Math.round(u.valToPos(value, 'y', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colour('limit');
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.moveTo(u.bbox.left, y);
  ctx.lineTo(u.bbox.left + u.bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
