import {
  ENGLAND,
  byCode,
  formatNumber,
  formatPeriod,
  type Area,
  type Measure,
  type Period,
  type SeriesFile,
  type VariantKey,
  formatSigned
} from '#lib/domain/index.ts';
import { findPoint, change, comparableAt, firstComparable, latest, skippedAsLowConfidence } from './compare.ts';
import { slice } from './slice.ts';
import { BASE_YEAR } from '#lib/domain/index.ts';

/** One measure on an area's page: its latest figure, England's beside it, and how it moved. */
export interface AreaRow {
  slug: string;
  title: string;
  group: string;
  unit: string;
  /** Empty where nothing is held, with the reason in `why`. */
  value: string;
  when: string;
  /** The period of the figure, and the unit that it is of. */
  period: Period;
  variant: VariantKey;
  england: string;
  /** "+12.3", with "since 2008": since March 2008 where that can be compared, else since the first year that can. */
  change: string;
  since: string;
  /** The year that the change is counted from. */
  from?: Period;
  /** Earlier years that the change is not counted from, as the Department graded their figures as of low confidence. */
  skipped: Period[];
  why: string;
  /** Points for the small line, and England's. */
  lines: { slot: string; points: ReturnType<typeof slice>[number]['points'] }[];
  timing: Measure['variants'][number]['timing'];
}

/** The row of a measure's first unit that holds figures of the area; undefined where no council's figures are held at all. */
export const areaRow = (measure: Measure, file: SeriesFile, area: Area): AreaRow | undefined => {
  const variants = measure.variants.filter((variant) => {
    const columns = file.variants[variant.key];
    return columns?.area.some((place) => file.areas[place] !== ENGLAND);
  });
  if (!variants.length) return undefined;
  const variant = variants.find(({ key }) => slice(file, key, area.key).length > 0) ?? variants[0]!;
  const mine = slice(file, variant.key, area.key);
  // Of several lines, the one whose figures reach furthest stands for the measure.
  const line = [...mine].sort((a, b) => byCode(latest(b)?.period ?? '', latest(a)?.period ?? ''))[0];
  const point = line && latest(line);
  const word = variant.lines?.find(({ key }) => key === line?.line)?.label.toLowerCase();
  const base = {
    slug: measure.slug,
    title: word ? `${measure.short}: ${word}` : measure.short,
    group: measure.group,
    unit: variant.key === 'rate' ? 'per 10,000' : variant.unit === '%' ? '%' : variant.unit,
    variant: variant.key,
    timing: variant.timing
  };
  if (!line || !point)
    return {
      ...base,
      value: '',
      when: '',
      period: '',
      england: '',
      change: '',
      since: '',
      skipped: [],
      why: line ? 'not published' : 'none held',
      lines: []
    };

  const england = slice(file, variant.key, ENGLAND).find((each) => each.line === line.line);
  const theirs = england && findPoint(england, point.period);
  const compares = variant.key !== 'number';
  const base2008 = comparableAt(line, point, BASE_YEAR);
  const from = base2008 ?? firstComparable(line, point);
  const moved = from && change(from, point, variant.dp);
  return {
    ...base,
    value: formatNumber(point.value!, variant.dp),
    when: formatPeriod(point.period),
    period: point.period,
    england: compares && theirs && theirs.value !== null ? formatNumber(theirs.value, variant.dp) : '',
    change: moved
      ? moved.beyondRounding || moved.by === 0
        ? formatSigned(moved.by, variant.dp)
        : 'within rounding'
      : '',
    since: moved ? `since ${formatPeriod(moved.from.period)}` : '',
    ...(moved ? { from: moved.from.period } : {}),
    skipped: base2008 ? [] : skippedAsLowConfidence(line, point).map(({ period }) => period),
    why: '',
    lines: [
      ...(compares && england ? [{ slot: 'england', points: england.points }] : []),
      { slot: 'mine', points: line.points }
    ]
  };
};
