import { variantOf, type Area, type Measure, type SeriesFile, type TimelineEvent } from '#lib/domain/index.ts';
import { breaksOf, compose, span, type Picture } from '#lib/figures/time/picture.ts';
import { withSimilar } from '#lib/figures/time/similar.ts';
import { toSpec, type TimeSpec } from '#lib/figures/time/spec.ts';

/** What the chart of a card is made of. */
export interface CardChart {
  file: SeriesFile;
  measure: Measure;
  england: Area;
  area: Area;
  /** The keys of the ten most similar councils; none for a region, or for a council that has ended. */
  similar: string[];
  events: TimelineEvent[];
}

/** The rate of an area from its first year on, with England's and the median of similar councils. */
const cardPicture = ({ file, measure, england, area, similar }: CardChart): Picture => {
  const plain = compose(file, measure, 'rate', england, [area]);
  const whole = similar.length ? withSimilar(plain, file, area, similar, { areas: [] }) : plain;
  const own = whole.lines.find(({ areaKey }) => areaKey === area.key)?.points ?? [];
  const [first, last] = [own[0]?.period ?? '', area.ended ? own.at(-1)!.period : '9999'];
  const lines = whole.lines
    .map((line) => ({
      ...line,
      ...(line.slot === 'similar' ? { short: 'Similar councils' } : {}),
      points: line.points.filter(({ period }) => period >= first && period <= last)
    }))
    .filter(({ points }) => points.length);
  const breaks = breaksOf(file, variantOf(measure, 'rate')!, lines).filter(({ kind }) => kind !== 'name');
  return { ...whole, lines, breaks };
};

/** What a card draws: the area's line ends in its name alone, as its figure stands above the chart. */
export const cardSpec = (chart: CardChart): TimeSpec => {
  const picture = cardPicture(chart);
  const description = `${picture.lines.map(({ label }) => label).join(', ')}, ${span(picture.lines)}. The table on this page has every figure.`;
  const spec = toSpec(picture, chart.file, chart.events, description);
  const periods = picture.lines.flatMap(({ points }) => points.map(({ period }) => period)).sort();
  return {
    ...spec,
    periods: [periods[0]!, periods.at(-1)!],
    lines: spec.lines.map((line) => (line.slot === 1 ? { ...line, endLabel: line.short ?? line.label } : line))
  };
};
