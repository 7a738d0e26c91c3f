import { ENGLAND, STATUS_WORDS, formatNumber, fullName, inProse, type Area, type Measure } from '#lib/domain/index.ts';
import { HEADLINE_NAMES, type HEADLINES } from '#lib/domain/catalogue/index.ts';
import { readAreas, readPublished } from '#lib/server/published.ts';
import { renderMarkup } from '#lib/server/render-markup.ts';
import { readTable } from '#lib/server/tables.ts';
import { AUTHORITY_MEASURES, type BeforeAfter } from '#lib/statistics/before-after.ts';
import type { Cell, TableText } from '#lib/ui/SimpleTable.svelte';
import {
  YEARS,
  earlyRows,
  describeMissingBefore,
  describeNoMeans,
  describeFall,
  describeRounding
} from '#lib/areas/around-2008.ts';
import { headlinesOf, type Headline } from '#lib/areas/authority.ts';
import { similarNote } from '#lib/areas/similar-sentences.ts';
import { stripMarkup } from '#lib/areas/similar-strip.ts';
import { resultIn } from '#lib/figures/year/figure-store.ts';
import { describeDeprivation, type Score } from '#lib/areas/deprivation.ts';
import { englandSides } from '#lib/article/england-before-after-means.ts';
import { findingsOf } from '#lib/areas/stands-out.ts';
import { MEASURES, describeArea, signedPercent } from '#lib/article/before-after-means.ts';
import { workforceOf } from '#lib/areas/workforce.ts';
import { store } from './figures-of-areas';
import Around2008 from './sections/Around2008.svelte';
import BoxTable from './sections/BoxTable.svelte';
import HeadlineSentences from './sections/HeadlineSentences.svelte';
import SimilarCouncils from './sections/SimilarCouncils.svelte';
import StandsOut from './sections/StandsOut.svelte';
import Workforce from './sections/Workforce.svelte';

type Link = (path: string) => string;

/** The name of a headline measure, short enough for three columns on a narrow screen. */
const headOf = ({ slug }: Measure): string => HEADLINE_NAMES[slug as (typeof HEADLINES)[number]];

const headlineHeads = (all: Headline[]): Cell[] => [
  'Per 10,000 children',
  ...all.map(({ measure, year }): Cell => ({ text: headOf(measure), note: year ?? '' }))
];

const headlineTable = (area: Area, all: Headline[], region: Area | undefined): TableText => {
  const row = (head: string, cellOf: (each: Headline) => string): string[] => [head, ...all.map(cellOf)];
  return {
    caption: `The three headline measures in ${inProse(area)} compared with others, for every 10,000 children`,
    heads: headlineHeads(all),
    rows: [
      row(fullName(area), ({ figure }) => figure),
      row('England', ({ england }) => england),
      ...(region ? [row(region.name, (each) => each.region)] : []),
      row('Median of the ten most similar', ({ similar }) => similar),
      row('Compared with England', ({ side }) => side),
      row('Rank (1 = highest)', ({ place }) => place),
      row('Rank, allowing for chance', ({ placeRange }) => placeRange),
      row('Since the year before', ({ change }) => change),
      row('Last five years', ({ trend }) => trend)
    ]
  };
};

/** A measure of the eleven as a strip of dots with their 95% bars; empty where one cannot be drawn. */
const stripOf = ({ measure, year, group }: Headline): string => {
  const picture = year === undefined ? undefined : store().year(measure, 'rate', year);
  if (!picture || !group) return '';
  const figures = group.members.flatMap(({ area }, i) => {
    const { point, interval } = resultIn(picture, area) ?? {};
    return point && point.value !== null && interval ? [{ value: point.value, interval, isOwn: i === 0 }] : [];
  });
  const label = `${headOf(measure)}: the eleven with their 95% intervals`;
  return stripMarkup(figures, group.pooled?.limits, label);
};

/** Each of the ten most similar councils: its rates, and whether they differ from the council's own by more than chance. */
const similarTable = (area: Area, all: Headline[]): TableText | undefined => {
  const members = all.find(({ group }) => group)?.group?.members.slice(1) ?? [];
  if (!members.length) return undefined;
  const cellOf = ({ group }: Headline, i: number): Cell => {
    const member = group?.members[i + 1];
    if (!member?.point) return '–';
    const { value, status } = member.point;
    return { text: value === null ? STATUS_WORDS[status] : formatNumber(value, 1), note: member.verdict ?? '' };
  };
  return {
    caption: `The three headline measures in the ten councils most like ${inProse(area)}, for every 10,000 children`,
    heads: headlineHeads(all),
    rows: members.map(({ area: each }, i) => [fullName(each), ...all.map((headline) => cellOf(headline, i))])
  };
};

const nowSection = (area: Area, link: Link): { table: string; sentences: string; group: string } => {
  const all = headlinesOf(store(), area);
  const region = readAreas().find(({ key }) => key === area.region);
  const measures = all.map(({ measure: { slug, title, mayMean }, text }) => ({
    title,
    href: link(`/trends/${slug}?areas=${area.key}`),
    text,
    mayMean
  }));
  return {
    table: renderMarkup(BoxTable, headlineTable(area, all, region)),
    sentences: renderMarkup(HeadlineSentences, { measures }),
    group: renderMarkup(SimilarCouncils, {
      strips: all.map((each) => ({ title: headOf(each.measure), drawn: stripOf(each) })).filter(({ drawn }) => drawn),
      table: similarTable(area, all),
      note: similarNote(store().similar, area)
    })
  };
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
    missing: describeMissingBefore(store())
  });
};

const scores = (): Score[] =>
  readTable('deprivation.csv').rows.flatMap(({ edition, old_la_code, idaci_average_score }) =>
    idaci_average_score ? [{ edition: edition!, key: old_la_code!, idaci: Number(idaci_average_score) }] : []
  );

const workforceSection = (area: Area, predecessors: Area[]): string => {
  const rows = workforceOf(store(), area);
  return renderMarkup(Workforce, {
    name: inProse(area),
    table: rows.some(({ when }) => when)
      ? {
          caption: `Workforce of ${inProse(area)} compared with England`,
          heads: ['On 30 September', 'Here', 'England', 'Rank (1 = highest)'],
          rows: rows.map(({ title, when, figure, england, place }) => [
            `${title}${when && `, ${when}`}`,
            figure,
            england,
            place
          ])
        }
      : undefined,
    deprivation: describeDeprivation(scores(), area, predecessors)
  });
};

/**
 * The sections of an authority's page that nothing in the browser changes, as markup, made while prerendering; undefined for
 * a region. `link` gives the address of a page.
 */
export const authoritySections = (slug: string, link: Link) => {
  const areas = readAreas();
  const area = areas.find((each) => each.slug === slug && each.key !== ENGLAND)!;
  if (area.level !== 'Local authority') return undefined;
  const predecessors = area.predecessors.flatMap((key) => areas.find((each) => each.key === key) ?? []);
  return {
    now: nowSection(area, link),
    standsOut: standsOutSection(area, link),
    around: aroundSection(area),
    workforce: workforceSection(area, predecessors)
  };
};

export type AuthoritySections = NonNullable<ReturnType<typeof authoritySections>>;
