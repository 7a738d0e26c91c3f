import {
  capital,
  formatDate,
  formatPeriod,
  fullName,
  list,
  readIn,
  type Point,
  type ReadIn,
  type SeriesFile,
  type Source,
  type Status,
  type Unit
} from '#lib/domain/index.ts';
import { aboutFigures } from './about.ts';
import { findingOf } from './finding.ts';
import type { Heading } from './heading.ts';
import { span, unitWords, type Picture } from './picture.ts';

/** A publication as it is cited. */
export type Cited = Pick<Source, 'id' | 'title' | 'publisher' | 'published' | 'url'> & {
  /** Where figures of it were read, if not all in the publication itself. */
  readIn?: ReadIn[];
};

/** The source that says of a figure that the project worked it out. */
const DERIVED = 'derived';
/** The publisher of a source that stands for several. */
const VARIOUS = 'various';

const when = ({ unit, variant }: Picture): string => {
  if (unit === 'index') return '';
  switch (variant.timing) {
    case 'at 31 March':
    case 'at 30 September':
      return ` ${variant.timing}`;
    case 'year to 31 March':
      return ', years to 31 March';
    case 'mid-year':
      return ', mid-year';
    case 'calendar year':
    case 'month':
      return '';
    default:
      return variant.timing satisfies never;
  }
};

/** What a picture is called on its page, in a file and where it is embedded. */
export const headingOf = (picture: Picture): Heading => {
  const finding = findingOf(picture);
  const areas = [...new Set(picture.lines.map(({ area }) => fullName(area)))];
  const unit = picture.unit === 'index' ? `index, ${picture.unitLabel}` : unitWords(picture);
  return {
    title: picture.measure.title,
    subtitle: [capital(unit + when(picture)), list(areas), span(picture.lines)].filter(Boolean).join(' · '),
    ...(finding ? { finding } : {})
  };
};

/** The publications that some figures of a unit came from, each once, and what the project worked out from them. */
export const sourcesOfPoints = (
  points: readonly Pick<Point, 'lineage'>[],
  unit: Unit,
  file: Pick<SeriesFile, 'lineages' | 'sources'>
): Cited[] => {
  const runs = [...new Set(points.flatMap(({ lineage }) => lineage))].flatMap((at) => file.lineages[at] ?? []);
  const ids = new Set(runs.map(({ source }) => source));
  const title =
    unit === 'rate'
      ? 'Rates worked out by Per 10,000 from the published counts and one series of population estimates'
      : 'Some figures worked out by Per 10,000 from published ones';
  return [...ids].flatMap((id): Cited[] => {
    const source = file.sources.find((each) => each.id === id);
    if (!source) return [];
    if (id === DERIVED) return [{ ...source, title, publisher: 'Per 10,000' }];
    const elsewhere = [...new Set(runs.filter((run) => run.source === id).flatMap((run) => readIn(run) ?? []))];
    return [elsewhere.length ? { ...source, readIn: elsewhere } : source];
  });
};

/** The publications that the figures of a picture came from, each once, and what the project worked out from them. */
export const sourcesOf = (picture: Picture, file: SeriesFile): Cited[] =>
  sourcesOfPoints(
    picture.lines.flatMap(({ points }) => points),
    picture.unit,
    file
  );

/** That some figures were not read in the publication itself; empty where all were. */
export const elsewhereOf = (sources: readonly Cited[]): string => {
  const where = new Set(sources.flatMap((source) => source.readIn ?? []));
  const places = [...(where.has('press') ? ['press reports'] : []), ...(where.has('copy') ? ['copies by others'] : [])];
  return places.length ? `Some figures were read in ${places.join(' and ')}.` : '';
};

/** Sources as a line under a picture: publishers by name, and what the project worked out. */
export const sourceLines = (sources: Cited[]): string[] => {
  const named = sources.filter(({ id }) => id !== DERIVED).map(({ publisher }) => publisher);
  const publishers = [...new Set(named)].filter((publisher) => publisher !== VARIOUS);
  if (named.includes(VARIOUS)) publishers.push('compilations of their releases by others');
  const derived = sources.find(({ id }) => id === DERIVED);
  return [
    publishers.length ? `Source: ${publishers.join('; ')}.` : '',
    elsewhereOf(sources),
    derived ? `${derived.title}.` : ''
  ].filter(Boolean);
};

/** Breaks and notes of a picture as sentences, for a cover sheet. */
export const notesOf = (picture: Picture, file: SeriesFile): string[] => {
  const { breaks, notes } = aboutFigures(picture, file);
  return [
    ...breaks,
    ...notes.map(({ area, years, text }) => `${area ? `${area}, ` : ''}${years}: ${text}`),
    ...(picture.base ? [`Index: each line is 100 in ${formatPeriod(picture.base)}.`] : [])
  ];
};

export const isPublication = ({ id }: Pick<Cited, 'id'>): boolean => id !== DERIVED;

const UNPUBLISHED: readonly Status[] = ['suppressed', 'unreliable', 'low'];

/** What the marks on a drawing of a picture mean, each where it is there. */
export const keyOf = ({ lines }: Picture): { hidden?: string; derived?: string } => {
  // A median is worked out too, and looks it by its dashes.
  const own = lines.filter(({ slot }) => slot !== 'similar');
  const statuses = new Set(own.flatMap(({ points }) => points.map(({ status }) => status)));
  return {
    ...(UNPUBLISHED.some((status) => statuses.has(status))
      ? { hidden: 'on the axis: a figure that is not published, not reliable or rounds to zero' }
      : {}),
    ...(statuses.has('derived') ? { derived: 'hollow: worked out from published figures' } : {})
  };
};

/** What a drawing does not say by itself, for one that leaves the page. `numbered` are the events it marks by number. */
export const legendOf = (picture: Picture, numbered: { date: string; text: string }[]): string[] => {
  const { hidden, derived } = keyOf(picture);
  return [
    ...numbered.map(({ date, text }, i) => `(${i + 1}) ${capital(formatDate(date))}: ${text}`),
    ...(hidden ? [`◇ ${hidden}.`] : []),
    ...(derived ? [`○ ${derived}.`] : [])
  ];
};
