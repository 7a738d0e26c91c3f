import {
  READ_IN_WORDS,
  formatPeriod,
  fullName,
  readIn,
  type Lineage,
  type Period,
  type SeriesFile,
  type Source
} from '#lib/domain/index.ts';
import type { Picture } from './picture.ts';
import { describeBreak } from './table.ts';

/** A run of figures shown, and the publication it came from. */
interface LineageRun {
  id: string;
  /** Names of the lines it is for. */
  lines: string[];
  first: Period;
  last: Period;
  source: Source;
  /** "rounded to the nearest 5", "not rounded"; empty where it is not stated. */
  rounding: string;
  /** "read in a press report" where it was not read in the publication itself; else empty. */
  readIn: string;
  note: string;
}

const roundingWords = (rounding: number | undefined): string =>
  rounding === undefined ? '' : rounding === 1 ? 'not rounded' : `rounded to the nearest ${rounding}`;

const toReadIn = (lineage: Lineage): string => {
  const where = readIn(lineage);
  return where ? READ_IN_WORDS[where] : '';
};

/** The runs of lineage behind the figures shown, each once, with the periods that are really shown of it. */
const lineageOf = (picture: Picture, file: SeriesFile): LineageRun[] => {
  const runs = new Map<number, { lines: Set<string>; periods: Period[] }>();
  for (const line of picture.lines)
    for (const point of line.points)
      for (const at of point.lineage) {
        const run = runs.get(at) ?? { lines: new Set(), periods: [] };
        run.lines.add(line.label);
        run.periods.push(point.period);
        runs.set(at, run);
      }
  return [...runs].flatMap(([at, { lines, periods }]) => {
    const lineage = file.lineages[at];
    const source = file.sources.find(({ id }) => id === lineage?.source);
    if (!lineage || !source) return [];
    const sorted = periods.sort();
    return [
      {
        id: String(at),
        lines: [...lines],
        first: sorted[0]!,
        last: sorted.at(-1)!,
        source,
        rounding: roundingWords(lineage.rounding),
        readIn: toReadIn(lineage),
        note: lineage.note
      }
    ];
  });
};

/** What a reader must know of the figures of a picture. Plain data: a page is prerendered with it. */
export interface About {
  breaks: string[];
  notes: { area: string; years: string; text: string }[];
  lineage: LineageRun[];
}

/** Breaks, notes and lineage of exactly what a picture shows. */
export const aboutFigures = (picture: Picture, file: SeriesFile): About => {
  const shown = new Map(picture.lines.map((line) => [line.area.key, line.area]));
  const levels = new Set([...shown.values()].map(({ level }) => level));
  const notes = file.notes.flatMap((note) => {
    const area = note.area ? shown.get(note.area) : undefined;
    if (note.area ? !area : note.level !== 'all' && !levels.has(note.level)) return [];
    const years =
      note.first === note.last ? formatPeriod(note.first) : `${formatPeriod(note.first)} to ${formatPeriod(note.last)}`;
    return [{ area: area ? fullName(area) : note.level === 'National' ? 'England' : '', years, text: note.note }];
  });
  return { breaks: [...new Set(picture.breaks.map(describeBreak))], notes, lineage: lineageOf(picture, file) };
};
