import {
  ENGLAND,
  STATUS_WORDS,
  escapeMarkup as escape,
  formatNumber,
  fullName,
  inProse,
  type Area
} from '#lib/domain/index.ts';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import { readAreas, readPublished } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import { AUTHORITY_MEASURES, type BeforeAfter } from '#lib/statistics/before-after.ts';
import {
  YEARS,
  earlyRows,
  describeMissingBefore,
  describeNoMeans,
  describeFall,
  describeRounding
} from '#lib/areas/around-2008.ts';
import { headlinesOf, type Headline } from '#lib/areas/authority.ts';
import { LIMITS_NOTE, RANK_NOTE } from '#lib/areas/notes.ts';
import { STRIP_NOTE, stripMarkup } from '#lib/areas/similar-strip.ts';
import { resultIn } from '#lib/figures/year/figure-store.ts';
import { GROUP_NOTE, similarNote } from '#lib/areas/similar-sentences.ts';
import { SIDE_NOTE } from '#lib/figures/year/area-result.ts';
import { DEPRIVATION_NOTE, describeDeprivation, type Score } from '#lib/areas/deprivation.ts';
import { englandSides } from '#lib/article/england-before-after-means.ts';
import { MOST, RULE, findingsOf } from '#lib/areas/stands-out.ts';
import { MEASURES, describeArea, signedPercent } from '#lib/article/before-after-means.ts';
import { workforceOf } from '#lib/areas/workforce.ts';
import { store } from './figures-of-areas';

type Link = (path: string) => string;

const paragraph = (text: string, look = ''): string => text && `<p${look && ` class="${look}"`}>${escape(text)}</p>`;

/** A table of text in a box of its own. Heads may carry a second, smaller line. */
const table = (caption: string, heads: [text: string, under?: string][], rows: Cell[][]): string => {
  const text = simpleTable(
    caption,
    heads.map(([text, note = '']) => (note ? { text, note } : text)),
    rows,
    'unseen'
  );
  return `<div class="box" role="region" aria-label="${escape(caption)}" tabindex="0">${text}</div>`;
};

/** Heads short enough for three columns on a narrow screen. */
const HEADS: Record<string, string> = {
  'looked-after': 'Looked after',
  'child-protection-plans': 'On a plan',
  'children-in-need': 'In need'
};

const nowTable = (area: Area, all: Headline[], region: Area | undefined): string => {
  const row = (head: string, of: (each: Headline) => string): string[] => [head, ...all.map(of)];
  return table(
    `The three headline measures in ${inProse(area)} compared with others, for every 10,000 children`,
    [['Per 10,000 children'], ...all.map(({ measure, year }): [string, string] => [HEADS[measure.slug]!, year ?? ''])],
    [
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
  );
};

/** A measure of the eleven as a strip of dots with their 95% bars; empty where one cannot be drawn. */
const stripOf = ({ measure, year, group }: Headline): string => {
  const picture = year === undefined ? undefined : store().year(measure, 'rate', year);
  if (!picture || !group) return '';
  const figures = group.members.flatMap(({ area }, i) => {
    const { point, interval } = resultIn(picture, area) ?? {};
    return point && point.value !== null && interval ? [{ value: point.value, interval, isOwn: i === 0 }] : [];
  });
  const label = `${HEADS[measure.slug]}: the eleven with their 95% intervals`;
  return stripMarkup(figures, group.pooled?.limits, label);
};

/** Each of the ten most similar councils: its rates, and whether they differ from the council's own by more than chance. */
const groupTable = (area: Area, all: Headline[]): string => {
  const members = all.find(({ group }) => group)?.group?.members.slice(1) ?? [];
  if (!members.length) return '';
  const cellOf = ({ group }: Headline, i: number): Cell => {
    const member = group?.members[i + 1];
    if (!member?.point) return '–';
    const { value, status } = member.point;
    return { text: value === null ? STATUS_WORDS[status] : formatNumber(value, 1), note: member.verdict ?? '' };
  };
  const strips = all.map((each) => ({ slug: each.measure.slug, drawn: stripOf(each) })).filter(({ drawn }) => drawn);
  const strip = strips.length
    ? `<div class="beside">${strips.map(({ slug, drawn }) => `<p class="small">${HEADS[slug]}<br>${drawn}</p>`).join('')}</div>${paragraph(STRIP_NOTE, 'small muted')}`
    : '';
  return `<h3>The ten councils most like it, closest first</h3>${strip}${table(
    `The three headline measures in the ten councils most like ${inProse(area)}, for every 10,000 children`,
    [['Per 10,000 children'], ...all.map(({ measure, year }): [string, string] => [HEADS[measure.slug]!, year ?? ''])],
    members.map(({ area: each }, i) => [fullName(each), ...all.map((headline) => cellOf(headline, i))])
  )}${paragraph(GROUP_NOTE, 'small muted')}`;
};

const nowSection = (area: Area, link: Link): { table: string; said: string; group: string } => {
  const all = headlinesOf(store(), area);
  const region = readAreas().find(({ key }) => key === area.region);
  const said = all.map(
    ({ measure, text }) =>
      `<div><h3><a href="${escape(link(`/trends/${measure.slug}?areas=${area.key}`))}">${escape(measure.title)}</a></h3>${paragraph(text)}${paragraph(measure.mayMean, 'small muted')}</div>`
  );
  const notes = [SIDE_NOTE, RANK_NOTE, LIMITS_NOTE];
  return {
    table: nowTable(area, all, region),
    said: `<div class="beside">${said.join('')}</div>${notes.map((text) => paragraph(text, 'small muted')).join('')}`,
    group: `${groupTable(area, all)}${paragraph(similarNote(store().similar, area), 'small muted')}`
  };
};

const standsOutSection = (area: Area, link: Link): string => {
  const { tested, beyond } = findingsOf(store(), area);
  if (!tested)
    return paragraph(
      `Nothing is picked out for ${inProse(area)}: it has so few children that one family moves every figure.`
    );
  if (!beyond.length)
    return (
      paragraph('Nothing here is far enough from England to stand out. That is true of most councils.') +
      paragraph(RULE, 'small muted')
    );
  const shown = beyond.slice(0, MOST);
  const items = shown.map(
    ({ slug, head, text }) =>
      `<li><a href="${escape(link(`/trends/${slug}?areas=${area.key}`))}">${escape(head)}</a>. ${escape(text)}</li>`
  );
  const many =
    beyond.length > shown.length
      ? `Of ${beyond.length} figures that lie beyond their limits, these lie furthest out.`
      : beyond.length === 1
        ? 'One figure lies beyond its limit.'
        : `${beyond.length} figures lie beyond their limits.`;
  return `${paragraph(`${many} To lie far out is neither good nor bad by itself.`)}<ol>${items.join('')}</ol>${paragraph(RULE, 'small muted')}`;
};

const count = (value: number): string => formatNumber(Math.round(value));

const aroundSection = (area: Area): string => {
  const all = readPublished<BeforeAfter>('before-and-after.json');
  const own = all.authorities.find(({ key }) => key === area.key);
  const early = earlyRows(store(), area);
  const sides = own && AUTHORITY_MEASURES.some((measure) => own.sides[measure]);
  const rows = AUTHORITY_MEASURES.map((measure) => {
    const two = own?.sides[measure];
    const together = signedPercent(all.together[measure].percent!);
    if (!two) return [MEASURES[measure].title, 'none', '–', '–', together];
    const moved = two.change.direction === 'did not change beyond rounding';
    const percent = two.percent === undefined ? '–' : signedPercent(two.percent);
    return [
      MEASURES[measure].title,
      count(two.before.value),
      count(two.after.value),
      moved ? `${percent}, within rounding` : percent,
      together
    ];
  });
  const national = englandSides(all, 'looked-after');
  const said = own
    ? [
        ...AUTHORITY_MEASURES.flatMap((measure) => {
          const sentences =
            own.sides[measure] || measure === 'looked-after' ? describeArea(own, measure, all.together[measure]) : [];
          return measure === 'looked-after' ? [...sentences, describeFall(own, national)] : sentences;
        })
      ]
    : [describeNoMeans(area)];
  return [
    sides
      ? table(
          `Means of 2006 to 2008 and of 2010 to 2012, ${inProse(area)}`,
          [['Mean number a year'], ['2006–2008'], ['2010–2012'], ['Change'], ['All councils']],
          rows
        )
      : '',
    paragraph(said.filter(Boolean).join(' ')),
    early.length
      ? table(
          `Children taken into care and asylum-seeking children, ${inProse(area)}, 2006 to 2010`,
          [['Year'], ...early.map(({ title }): [string] => [title])],
          YEARS.map((year, i) => [year, ...early.map(({ cells }) => cells[i]!)])
        )
      : '',
    early.length ? paragraph(describeRounding(store(), area), 'small muted') : '',
    paragraph(describeMissingBefore(store()), 'small muted')
  ].join('');
};

const scores = (): Score[] =>
  readTable('deprivation.csv').rows.flatMap(({ edition, old_la_code, idaci_average_score }) =>
    idaci_average_score ? [{ edition: edition!, key: old_la_code!, idaci: Number(idaci_average_score) }] : []
  );

const workforceSection = (area: Area, predecessors: Area[]): string => {
  const rows = workforceOf(store(), area);
  const isHeld = rows.some(({ when }) => when);
  return [
    isHeld
      ? table(
          `Workforce of ${inProse(area)} compared with England`,
          [['On 30 September'], ['Here'], ['England'], ['Rank (1 = highest)']],
          rows.map(({ title, when, figure, england, place }) => [
            `${title}${when && `, ${when}`}`,
            figure,
            england,
            place
          ])
        )
      : paragraph(`No figures of the workforce are held for ${inProse(area)}.`),
    paragraph(
      'We do not hold what these figures are out of, so none is tested against chance, and no range can be given for a rank: small differences in rank may be chance. These are one-day counts and do not measure quality.',
      'small muted'
    ),
    paragraph(`${describeDeprivation(scores(), area, predecessors)} ${DEPRIVATION_NOTE}`)
  ].join('');
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
