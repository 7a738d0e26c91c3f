import * as Plot from '@observablehq/plot';
import { runsOf, type Point } from '#lib/domain/index.ts';
import type { LineAt } from './draw-lines.ts';
import { colourOf, fillColours, scaled, type Place } from '#lib/drawing/text.ts';

const hasBand = ({ low, high }: Point): boolean => low !== undefined && high !== undefined;

/** The runs of a line whose points all have both ends: a band stops where the line does, and where nothing is known of chance. */
const bandsOf = (points: Point[]): Point[][] =>
  runsOf(points).flatMap((run) =>
    run
      .reduce<Point[][]>(
        (parts, point) => {
          if (hasBand(point)) parts.at(-1)!.push(point);
          else parts.push([]);
          return parts;
        },
        [[]]
      )
      .filter((part) => part.length)
  );

/** A band around each joined run, light and with an edge all around it; a bar with ends where a point stands alone. */
export const bandMarks = (lines: LineAt[], place: Place = scaled): Plot.Markish[] => {
  const runs = lines.flatMap((each) => bandsOf(each.line.points).map((run) => ({ each, run })));
  const wide = runs
    .filter(({ run }) => run.length > 1)
    .flatMap(({ each, run }, i) => run.map((point) => ({ each, point, run: i })));
  const single = runs.filter(({ run }) => run.length === 1).map(({ each, run }) => ({ each, point: run[0]! }));
  return [
    ...(wide.length
      ? [
          Plot.area(wide, {
            x1: place(wide.map(({ each, point }) => each.at.atPeriod(point.period))),
            y1: place(wide.map(({ each, point }) => each.at.y(point.low!))),
            y2: place(wide.map(({ each, point }) => each.at.y(point.high!))),
            z: 'run',
            fill: fillColours(wide.map(({ each }) => colourOf(each.line.slot))),
            fillOpacity: 0.14,
            stroke: fillColours(wide.map(({ each }) => colourOf(each.line.slot))),
            strokeOpacity: 0.55,
            strokeWidth: 0.75,
            className: 'band'
          })
        ]
      : []),
    ...(single.length
      ? [
          Plot.ruleX(single, {
            x: place(single.map(({ each, point }) => each.at.atPeriod(point.period))),
            y1: place(single.map(({ each, point }) => each.at.y(point.low!))),
            y2: place(single.map(({ each, point }) => each.at.y(point.high!))),
            stroke: fillColours(single.map(({ each }) => colourOf(each.line.slot))),
            strokeOpacity: 0.55,
            strokeWidth: 3,
            className: 'band single'
          })
        ]
      : [])
  ];
};
