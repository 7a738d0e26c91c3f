import { formatNumber, inSentence, STATUS_WORDS, type Period } from '#lib/domain/index.ts';
import { niceTop } from '#lib/figures/time/layout.ts';
import type { ChartStanding, RankRow, RankSpec, SpreadSpec, StandingSpec } from '#lib/figures/year/spec.ts';
import { beyond, limitsAt } from '#lib/statistics/limits.ts';
import { widenedLimits } from '#lib/statistics/funnel.ts';
import { placeSign } from '#lib/statistics/rank.ts';
import { ordered, type Standing } from '#lib/figures/year/area-result.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { yearCaption } from '#lib/figures/year/table.ts';

const signed = (value: number, dp: number): string => `${value > 0 ? '+' : ''}${formatNumber(value, dp)}`;

/** What every drawing of a period shares. */
export const standingSpec = (picture: YearPicture): StandingSpec => ({
  title: yearCaption(picture),
  description: describeYear(picture)
    .map(({ text }) => text)
    .join(' '),
  axisTitle: picture.since === undefined ? picture.unitLabel : `change since ${picture.since}, ${picture.unitLabel}`,
  dp: picture.dp
});

/** An area as a drawing shows it; in an order of changes the change stands for the figure. */
export const toStanding = (standing: Standing, dp: number, since?: Period): ChartStanding => {
  const value = ordered(standing, since, dp);
  const { point, interval, slot, label, of } = standing;
  return {
    key: of.key,
    label,
    value,
    status: value === null && point.value !== null ? 'not applicable' : point.status,
    text:
      value !== null
        ? since === undefined
          ? formatNumber(value, dp)
          : signed(value, dp)
        : since === undefined
          ? STATUS_WORDS[point.status]
          : 'not comparable',
    ...(interval && since === undefined ? { low: interval.low, high: interval.high } : {}),
    ...(slot === undefined ? {} : { slot })
  };
};

const references = (picture: YearPicture) =>
  [...(picture.england ? [picture.england] : []), ...picture.regions].flatMap((standing) => {
    const value = ordered(standing, picture.since, picture.dp);
    return value === null
      ? []
      : [{ label: standing.label, value, slot: standing.slot === undefined ? 'region' : String(standing.slot) }];
  });

/** How many rows stand around a chosen area, and at both ends where none is chosen. */
const AROUND = 4;
const AT_ENDS = 5;

/** The rows that are shown: all, or the ends and those near the areas chosen (near England where none is). */
const windowOf = (picture: YearPicture, all: boolean): boolean[] => {
  const { ranked, england, since, dp } = picture;
  if (all || ranked.length <= 3 * AT_ENDS + AROUND) return ranked.map(() => true);
  const middle = england && ordered(england, since, dp);
  const centres = ranked.flatMap(({ slot }, i) => (slot === undefined ? [] : [i]));
  if (!centres.length && typeof middle === 'number') {
    const at = ranked.findIndex((standing) =>
      picture.order === 'low' ? ordered(standing, since, dp)! >= middle : ordered(standing, since, dp)! <= middle
    );
    if (at >= 0) centres.push(at);
  }
  return ranked.map(
    (_, i) => i < AT_ENDS || i >= ranked.length - AT_ENDS || centres.some((each) => Math.abs(each - i) <= AROUND)
  );
};

const rowsOf = (picture: YearPicture, all: boolean): RankRow[] => {
  const shown = windowOf(picture, all);
  const rows: RankRow[] = [];
  picture.ranked.forEach((standing, i) => {
    const last = rows.at(-1);
    if (shown[i])
      rows.push({
        kind: 'area',
        place: placeSign(standing.rank!),
        area: toStanding(standing, picture.dp, picture.since)
      });
    else if (last?.kind === 'gap') last.count++;
    else rows.push({ kind: 'gap', count: 1 });
  });
  return rows;
};

/** Both ends of the axis: from zero, and wide enough for every period, so that it stands still while years change. */
const domainOf = (picture: YearPicture): [number, number] => {
  if (picture.since === undefined) return [0, niceTop(Math.max(...picture.everyValue, 1e-6))];
  const changes = [
    ...picture.ranked.map((standing) => ordered(standing, picture.since, picture.dp)!),
    ...references(picture).map(({ value }) => value)
  ];
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  return [low < 0 ? -niceTop(-low) : 0, high > 0 ? niceTop(high) : 0];
};

/** What the ranked drawing holds; `all` shows every authority. */
export const toRankSpec = (picture: YearPicture, all: boolean): RankSpec => ({
  ...standingSpec(picture),
  domain: domainOf(picture),
  rows: rowsOf(picture, all),
  strip: picture.ranked.map((standing) => ({
    value: ordered(standing, picture.since, picture.dp)!,
    ...(standing.slot === undefined ? {} : { slot: standing.slot })
  })),
  references: references(picture),
  ...(picture.quartiles ? { quartiles: picture.quartiles } : {})
});

const CURVE_POINTS = 40;

/** What the spread holds: a funnel where figures are out of something held, else a plain distribution. */
export const toSpreadSpec = (picture: YearPicture): SpreadSpec => {
  const { kind, england, dp, dispersion } = picture;
  const base = standingSpec(picture);
  const sized = picture.ranked.filter(({ base }) => base);
  if (!kind || !england || !sized.length)
    return {
      ...base,
      kind: 'distribution',
      points: picture.ranked.map((standing) => ({ ...toStanding(standing, dp), named: standing.slot !== undefined })),
      references: references(picture),
      ...(picture.quartiles ? { quartiles: picture.quartiles } : {}),
      domain: domainOf(picture)
    };
  const centre = england.point.value!;
  const sizes = sized.map((standing) => standing.base!);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  // Steps of equal length on the square-root scale of the axis.
  const curve = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const root =
      Math.sqrt(smallest * 0.8) + (i / CURVE_POINTS) * (Math.sqrt(largest * 1.05) - Math.sqrt(smallest * 0.8));
    return Math.round(root * root);
  });
  const limits = ([95, 99.8] as const).flatMap((level) => [
    {
      level,
      widened: false,
      points: curve.map((size) => ({ size, ...limitsAt(centre, size, level / 100, kind) }))
    },
    ...(dispersion?.kind === 'dispersed'
      ? [
          {
            level,
            widened: true,
            points: curve.map((size) => ({ size, ...widenedLimits(centre, size, level / 100, kind, dispersion) }))
          }
        ]
      : [])
  ]);
  return {
    ...base,
    kind: 'funnel',
    points: sized.map((standing) => {
      // The word and the mark agree: a figure that rounding or its exact count leaves within the limits is within.
      const isWithin = standing.against?.side === 'similar';
      const level = isWithin ? 0 : beyond(standing.point.value!, standing.base!, centre, kind).level || 95;
      return {
        ...toStanding(standing, dp),
        size: standing.base!,
        named: standing.slot !== undefined || level === 99.8,
        beyond: level
      };
    }),
    limits,
    centre: { label: england.label, value: centre },
    sizeTitle: picture.variant.base!.label,
    sizes: [smallest * 0.8, largest * 1.05],
    domain: domainOf(picture)
  };
};

/** The heading over a slider of years: "31 March", "Year to 31 March". */
export const periodWords = (picture: YearPicture): string => inSentence(picture.year, picture.variant.timing);
