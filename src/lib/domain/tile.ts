import type { Area } from './area.ts';
import type { Period, Timing } from './period.ts';

/** The map of tiles as a file of columns, in order of code: each authority's hexagon and the letters on it. */
export interface Tiles {
  /** Three-digit codes. */
  key: string[];
  /** Counted from the west; tiles of odd rows lie half a tile to the right. */
  column: number[];
  /** Counted from the north. */
  row: number[];
  /** Two to four letters. */
  short: string[];
}

/** The first year whose authorities are all on the map. */
export const FIRST_MAP_YEAR = 2006;

const LAST_DAYS: Record<Timing, string> = {
  'at 31 March': '03-31',
  'year to 31 March': '03-31',
  'at 30 September': '09-30',
  'mid-year': '06-30',
  month: '03-31'
};

/** The day, ISO, whose authorities a year's map shows: the day of the figure, or the last of the year it is for. */
export const mapDay = (year: Period, timing: Timing): string => `${year.slice(0, 4)}-${LAST_DAYS[timing]}`;

/** True where an authority is in being on a day, ISO. */
export const inBeing = ({ began, ended }: Pick<Area, 'began' | 'ended'>, day: string): boolean =>
  (!began || began <= day) && (!ended || day <= ended);
