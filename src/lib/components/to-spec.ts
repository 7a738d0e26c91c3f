import { formatDate, shortEvent, type SeriesFile, type TimelineEvent } from '$lib/domain';
import { niceTop, type TimeSpec } from '$lib/charts/frame';
import { unitWords, type Picture, type PictureBreak } from '$lib/views/picture';

const BREAK_LABELS: Record<PictureBreak['kind'], string> = {
  source: 'source changes',
  definition: 'definition changes',
  population: 'population base changes',
  name: 'name changes',
  quality: 'quality changes'
};

const month = (date: string): string => formatDate(date.slice(0, 7)).replace(/^(\w{3})\w*/, '$1');

/** The label of a break on the chart; "exact from here" says more than "quality changes" where that is the change. */
export const breakLabel = (each: Pick<PictureBreak, 'kind' | 'reason'>): string =>
  each.kind === 'quality' && /exact/.test(each.reason) && /rounded/.test(each.reason)
    ? 'exact from here'
    : BREAK_LABELS[each.kind];

/**
 * What the chart over time draws of a picture. `floor` is the least height of the axis, so that it stands still while areas
 * of common size come and go.
 */
export const toSpec = (
  picture: Picture,
  file: SeriesFile,
  events: TimelineEvent[],
  description: string,
  floor = 0
): TimeSpec => {
  const periods = file.variants[picture.variant.key]?.periods ?? [];
  const values = picture.lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  const first = periods[0] ?? '2000';
  return {
    title: `${picture.measure.title}, ${unitWords(picture)}`,
    description,
    timing: picture.variant.timing,
    dp: picture.dp,
    axisTitle: picture.unitLabel,
    periods: [first, periods.at(-1) ?? first],
    top: niceTop(Math.max(floor, ...values)),
    lines: picture.lines,
    breaks: picture.breaks.map((each) => ({
      lastBefore: each.lastBefore,
      firstAfter: each.firstAfter,
      label: breakLabel(each),
      cut: each.kind !== 'name' && each.kind !== 'quality'
    })),
    events: events.map((event) => ({
      id: event.id,
      date: event.date,
      text: event.event,
      label: `${shortEvent(event)}, ${month(event.date)}`
    }))
  };
};
