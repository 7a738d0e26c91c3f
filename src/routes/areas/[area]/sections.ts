import {
  ENGLAND,
  STATUS_WORDS,
  formatNumber,
  fullName,
  inProse,
  variantOf,
  type Area,
  type Measure
} from '#lib/domain/index.ts';
import { HEADLINE_NAMES, type HEADLINES } from '#lib/domain/catalogue/index.ts';
import { readAreas, readPublished } from '#lib/server/published.ts';
import { renderMarkup } from '#lib/server/render-markup.ts';
import { readTable } from '#lib/server/tables.ts';
import { AUTHORITY_MEASURES, type BeforeAfter } from '#lib/statistics/before-after.ts';
import type { Cell, TableText } from '#lib/ui/SimpleTable.svelte';
import {
  YEARS,
  earlyRows,
  describeHeldBefore,
  describeNoMeans,
  describeFall,
  describeRounding
} from '#lib/areas/around-2008.ts';
import { headlinesOf, type Headline } from '#lib/areas/authority.ts';
import { GROUP_DRAWING_NOTE, describeGroup, similarNote } from '#lib/areas/similar-sentences.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import { drawGroup } from '#lib/figures/strip/draw-group.ts';
import { resultIn } from '#lib/figures/year/figure-store.ts';
import { DEPRIVATION_NOTE, describeDeprivation, type Score } from '#lib/areas/deprivation.ts';
import { englandSides } from '#lib/article/england-before-after-means.ts';
import { findingsOf } from '#lib/areas/stands-out.ts';
import { MEASURES, describeArea, signedPercent } from '#lib/article/before-after-means.ts';
import { store } from './figures-of-areas';
import Around2008 from './sections/Around2008.svelte';
import SimilarCouncils from './sections/SimilarCouncils.svelte';
import StandsOut from './sections/StandsOut.svelte';

type Link = (path: string) => string;

/** The name of a headline measure, short enough for three columns on a narrow screen. */
const headOf = ({ slug }: Measure): string => HEADLINE_NAMES[slug as (typeof HEADLINES)[number]];

const headlineHeads = (all: Headline[]): Cell[] => [
  'Per 10,000 children',
  ...all.map(({ measure, year }): Cell => ({ text: headOf(measure), note: year ?? '' }))
];

/** A measure of the eleven as rows of dots with their 95% bars; empty where they cannot be drawn. */
const groupDrawing = ({ measure, year, group }: Headline): string => {
  const picture = year === undefined ? undefined : store().year(measure, 'rate', year);
  const limits = group?.pooled?.limits;
  if (!picture || !group || !limits) return '';
  const figures = group.members.flatMap(({ area }, i) => {
    const { point, interval } = resultIn(picture, area) ?? {};
    return point && point.value !== null && interval ? [{ value: point.value, interval, isOwn: i === 0 }] : [];
  });
  if (!figures.some(({ isOwn }) => isOwn)) return '';
  const title = `${measure.short}, the eleven councils`;
  return toMarkup((document) => drawGroup({ title, description: GROUP_DRAWING_NOTE, figures, limits }, document));
};

/**
 * Each of the ten most similar councils: its rates, and whether they differ from the council's own by more than chance; then those
 * of the council's region and of England.
 */
const similarTable = (area: Area, all: Headline[], region: Area | undefined): TableText | undefined => {
  const members = all.find(({ group }) => group)?.group?.members.slice(1) ?? [];
  if (!members.length) return undefined;
  const cellOf = ({ group }: Headline, i: number): Cell => {
    const member = group?.members[i + 1];
    if (!member?.point) return '–';
    const { value, status } = member.point;
    return { text: value === null ? STATUS_WORDS[status] : formatNumber(value, 1), note: member.verdict ?? '' };
  };
  const row = (head: string, cell: (each: Headline) => string): string[] => [head, ...all.map(cell)];
  return {
    caption: `The three headline measures in the ten councils most like ${inProse(area)}, for every 10,000 children`,
    heads: headlineHeads(all),
    rows: [
      row(fullName(area), ({ figure }) => figure),
      ...members.map(({ area: each }, i) => [fullName(each), ...all.map((headline) => cellOf(headline, i))]),
      row(`Median of the ten`, ({ similar }) => similar),
      ...(region ? [row(region.name, (each) => each.region)] : []),
      row('England', ({ england }) => england)
    ]
  };
};

const similarSection = (area: Area, all: Headline[], link: Link): string => {
  const region = readAreas().find(({ key }) => key === area.region);
  const ten = all.find(({ group }) => group)?.group?.members.slice(1) ?? [];
  return renderMarkup(SimilarCouncils, {
    measures: all
      .map((each) => ({
        title: each.measure.short,
        text: each.group ? describeGroup(each.group, variantOf(each.measure, 'rate')!) : '',
        drawn: groupDrawing(each)
      }))
      .filter(({ text, drawn }) => text || drawn),
    table: similarTable(area, all, region),
    compareAll: link(`/compare?areas=${[area.key, ...ten.map((each) => each.area.key)].join(',')}`),
    compare: ten.map(({ area: { key, name } }) => ({ href: link(`/compare?areas=${area.key},${key}`), name })),
    note: similarNote(store().similar, area)
  });
};

const standsOutSection = (area: Area, link: Link): string => {
  const { tested, beyond } = findingsOf(store(), area);
  return renderMarkup(StandsOut, {
    name: inProse(area),
    tested,
    beyond: beyond.map(({ slug, head, text }) => ({ href: link(`/trends/${slug}?areas=${area.key}`), head, text }))
  });
};

const count = (value: number): string => formatNumber(Math.round(value));

const aroundSection = (area: Area): string => {
  const all = readPublished<BeforeAfter>('before-and-after.json');
  const own = all.authorities.find(({ key }) => key === area.key);
  const early = earlyRows(store(), area);
  const hasMeans = own && AUTHORITY_MEASURES.some((measure) => own.sides[measure]);
  const rows = AUTHORITY_MEASURES.map((measure) => {
    const sides = own?.sides[measure];
    const together = signedPercent(all.together[measure].percent!);
    if (!sides) return [MEASURES[measure].title, 'none', '–', '–', together];
    const isWithinRounding = sides.change.direction === 'did not change beyond rounding';
    const percent = sides.percent === undefined ? '–' : signedPercent(sides.percent);
    return [
      MEASURES[measure].title,
      count(sides.before.value),
      count(sides.after.value),
      isWithinRounding ? `${percent}, within rounding` : percent,
      together
    ];
  });
  const national = englandSides(all, 'looked-after');
  const sentences = own
    ? AUTHORITY_MEASURES.flatMap((measure) => {
        const described =
          own.sides[measure] || measure === 'looked-after' ? describeArea(own, measure, all.together[measure]) : [];
        return measure === 'looked-after' ? [...described, describeFall(own, national)] : described;
      })
    : [describeNoMeans(area)];
  return renderMarkup(Around2008, {
    means: hasMeans
      ? {
          caption: `Means of 2006 to 2008 and of 2010 to 2012, ${inProse(area)}`,
          heads: ['Mean number a year', '2006–2008', '2010–2012', 'Change', 'All councils'],
          rows
        }
      : undefined,
    text: sentences.filter(Boolean).join(' '),
    early: early.length
      ? {
          table: {
            caption: `Children taken into care and asylum-seeking children, ${inProse(area)}, 2006 to 2010`,
            heads: ['Year', ...early.map(({ title }) => title)],
            rows: YEARS.map((year, i) => [year, ...early.map(({ cells }) => cells[i]!)])
          },
          rounding: describeRounding(store(), area)
        }
      : undefined,
    missing: describeHeldBefore(store())
  });
};

const scores = (): Score[] =>
  readTable('deprivation.csv').rows.flatMap(({ edition, old_la_code, idaci_average_score }) =>
    idaci_average_score ? [{ edition: edition!, key: old_la_code!, idaci: Number(idaci_average_score) }] : []
  );

/**
 * The sections of an authority's page that nothing in the browser changes, as markup, made while prerendering, and its
 * headline measures beside others; undefined for a region. `link` gives the address of a page.
 */
export const authoritySections = (slug: string, link: Link) => {
  const areas = readAreas();
  const area = areas.find((each) => each.slug === slug && each.key !== ENGLAND)!;
  if (area.level !== 'Local authority') return undefined;
  const predecessors = area.predecessors.flatMap((key) => areas.find((each) => each.key === key) ?? []);
  const headlines = headlinesOf(store(), area);
  return {
    headlines,
    similar: similarSection(area, headlines, link),
    standsOut: standsOutSection(area, link),
    around: aroundSection(area),
    deprivation: `${describeDeprivation(scores(), area, predecessors)} ${DEPRIVATION_NOTE}`
  };
};

export type AuthoritySections = NonNullable<ReturnType<typeof authoritySections>>;
