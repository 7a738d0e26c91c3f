import { BASE_YEAR, ENGLAND, formatDate, formatNumber, formatPeriod } from '#lib/domain/index.ts';
import { CATALOGUE, HEADLINES, HEADLINE_NAMES, measureOf } from '#lib/domain/catalogue/index.ts';
import { NARROW, type Size } from '#lib/drawing/size.ts';
import { spark } from '#lib/drawing/spark.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { compose, span } from '#lib/figures/time/picture.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { change, comparableAt, firstComparable, latest } from '#lib/series/compare.ts';
import { RATES, restrict } from '#lib/series/restrict.ts';
import { describeNext } from '#lib/server/currency.ts';
import { readAreas, readEvents, readSeries } from '#lib/server/published.ts';

/** The one large chart of the page: low, so that it is on the first screen of 1280 by 800 pixels. */
const LOW: Size = { name: 'wide', width: 736, height: 236, top: 64, right: 150, bottom: 30, left: 44, font: 13 };
const SIZES: Size[] = [{ ...NARROW, height: 260 }, LOW, { ...LOW, width: 1088 }];

const { key, code, name, level, slug } = readAreas().find((area) => area.key === ENGLAND)!;
const england = { key, code, name, level, slug };
const events = readEvents().filter(({ shown }) => shown);

/** England's rate of one measure: its line, its latest figure, and how that stands to March 2008 or the first comparable year. */
const rateOf = (slug: (typeof HEADLINES)[number]) => {
  const measure = measureOf(slug)!;
  const file = restrict(readSeries(slug), [ENGLAND], RATES);
  const picture = compose(file, measure, 'rate', england, []);
  const line = picture.lines[0]!;
  const point = latest(line)!;
  const in2008 = comparableAt(line, point, BASE_YEAR);
  const earlier = in2008 ?? firstComparable(line, point);
  return { slug, measure, file, picture, line, point, in2008, earlier };
};

/** "up 13.6 since 2008", "no change since 2013"; empty where nothing can be compared. */
const sinceWords = ({ point, earlier, picture }: ReturnType<typeof rateOf>): string => {
  if (!earlier) return '';
  const { by, beyondRounding } = change(earlier, point, picture.dp);
  const since = `since ${formatPeriod(earlier.period)}`;
  if (!by || !beyondRounding) return `no change ${since}`;
  return `${by > 0 ? 'up' : 'down'} ${formatNumber(Math.abs(by), picture.dp)} ${since}`;
};

const whole = (value: number | null): number => Math.round(value!);

export const load = () => {
  const rates = HEADLINES.map(rateOf);
  const first = rates[0]!;
  const sentence = describe(first.picture)[0]?.text ?? '';
  const spec = toSpec(first.picture, first.file, events, sentence);
  const now = whole(first.point.value);
  const then = first.in2008 && whole(first.in2008.value);
  return {
    measures: CATALOGUE.length,
    next: describeNext(),
    date: formatDate(`${first.point.period}-03-31`),
    now,
    // Both are rounded to whole children here, so they are compared as they are printed.
    then: then === undefined || then === now ? undefined : { value: then, way: then < now ? 'Up' : 'Down' },
    chart: {
      caption: `${first.measure.title}: England, per 10,000 children, ${span(first.picture.lines)}`,
      drawings: SIZES.map((size) => prerender(spec, size)),
      sentence
    },
    fields: [...rates].reverse().map(({ slug, point, in2008 }) => ({
      slug,
      label: HEADLINE_NAMES[slug],
      count: whole(point.value),
      earlier: in2008 && whole(in2008.value)
    })),
    rows: rates.map((rate) => ({
      slug: rate.slug,
      title: rate.measure.title,
      value: formatNumber(rate.point.value!, rate.picture.dp),
      period: formatPeriod(rate.point.period),
      since: sinceWords(rate),
      spark: spark([{ ...rate.line, slot: 'alone' }], rate.picture.variant.timing)
    }))
  };
};
