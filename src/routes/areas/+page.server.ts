import {
  ENGLAND,
  STATUS_WORDS,
  byName,
  formatNumber,
  fullName,
  variantOf,
  type AreaRecord
} from '#lib/domain/index.ts';
import { HEADLINES, HEADLINE_NAMES, measureOf } from '#lib/domain/catalogue/index.ts';
import { spark } from '#lib/drawing/spark.ts';
import { findPoint, latest } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { readAreas, readSeries, readTiles } from '#lib/server/published.ts';
import { pickerMap } from './picker-map';

/** The three rates, with the newest year of each. */
const rates = HEADLINES.map((slug) => {
  const variant = variantOf(measureOf(slug)!, 'rate')!;
  const file = readSeries(slug);
  const lineOf = (key: string) => slice(file, 'rate', key)[0];
  return { slug, name: HEADLINE_NAMES[slug], variant, lineOf, period: latest(lineOf(ENGLAND)!)!.period };
});

const figuresOf = (key: string) =>
  rates.map(({ lineOf, variant, period }) => {
    const line = lineOf(key);
    const point = line && findPoint(line, period);
    const value = point?.value ?? null;
    return {
      value,
      text: value === null ? (point ? STATUS_WORDS[point.status] : '–') : formatNumber(value, variant.dp)
    };
  });

const named = (area: AreaRecord) => ({ slug: area.slug, name: fullName(area) });

export const load = () => {
  const areas = readAreas();
  const authorities = areas.filter(({ level }) => level === 'Local authority').sort(byName);
  const councils = authorities.filter(({ ended }) => !ended);
  const { lineOf, variant } = rates[0]!;
  return {
    heads: rates.map(({ name, period }) => ({ name, period })),
    england: figuresOf(ENGLAND),
    councils: councils.map((area) => {
      const line = lineOf(area.key);
      return {
        ...named(area),
        figures: figuresOf(area.key),
        spark: spark(line ? [{ ...line, slot: 'mine' }] : [], variant.timing)
      };
    }),
    ended: authorities.filter(({ ended }) => ended).map(named),
    regions: areas.filter(({ level }) => level === 'Regional').map(named),
    map: pickerMap(readTiles(), councils)
  };
};
