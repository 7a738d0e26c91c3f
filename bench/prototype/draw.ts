import { axisX, axisY, line, plot } from '@observablehq/plot';

/** A chart of as many lines as there are areas, over 25 years, as markup. */
export const drawLines = (areas: number): string => {
  const points = Array.from({ length: areas * 25 }, (_, i) => ({
    area: Math.floor(i / 25),
    year: 2001 + (i % 25),
    rate: 60 + 20 * Math.sin(i / 7 + areas)
  }));
  const marks = [line(points, { x: 'year', y: 'rate', z: 'area' }), axisX({ tickFormat: 'd' }), axisY()];
  return plot({ width: 344, height: 300, marks }).outerHTML;
};
