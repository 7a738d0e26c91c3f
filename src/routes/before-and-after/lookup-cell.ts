import { isSymbol } from '#lib/domain/index.ts';
import { readTable } from '#lib/server/tables.ts';

type Row = Record<string, string>;

/** A cell to be looked up: a data set, a period as its file writes it, and what else tells the row. */
interface Where {
  set: string;
  column: string;
  period: string;
  /** Columns and the values that they must have; England where nothing is said of an authority. */
  having?: Row;
}

/** The number in one cell of the published data sets. Throws where there is no such row, or no number in it. */
export const lookupCell = ({ set, column, period, having = {} }: Where): number => {
  const wanted = having.old_la_code ? having : { geographic_level: 'National', ...having };
  const row = readTable(`${set}.csv`).rows.find(
    (each) => each.time_period === period && Object.entries(wanted).every(([name, value]) => each[name] === value)
  );
  const cell = row?.[column];
  if (cell === undefined || cell === '' || isSymbol(cell))
    throw new Error(`${set}.csv: ${column}: expected a number for ${period}, found ${cell ?? 'no row'}`);
  return Number(cell);
};

/** Children looked after on 31 March of a year, in England or in an authority. */
export const lookedAfter = (period: string, code?: string): number =>
  lookupCell({
    set: 'children_looked_after',
    column: 'looked_after_31_march',
    period,
    ...(code ? { having: { old_la_code: code } } : {})
  });

/** Children who started to be looked after in the year to 31 March, England. */
export const started = (period: string): number =>
  lookupCell({ set: 'children_looked_after', column: 'started', period });

/** Children on the register, or with a plan, on 31 March of a year, England. */
export const onPlan = (period: string): number =>
  lookupCell({ set: 'child_protection_plans', column: 'on_plan_31_march', period });

/** Care applications in a month: `applications('2008', 'June')`. */
export const applications = (year: string, month: string): number =>
  lookupCell({
    set: 'care_applications_by_month',
    column: 'applications',
    period: year,
    having: { time_identifier: month }
  });
