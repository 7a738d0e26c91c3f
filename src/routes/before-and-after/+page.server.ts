import { makeEverywhere } from './everywhere/make';
import { makeMonths } from './months/make';
import { put, type Made } from './shelf';
import { makeSince } from './since/make';
import { makeYears } from './years/make';

const together = (parts: Made[]): Made => ({
  drawings: Object.assign({}, ...parts.map(({ drawings }) => drawings)),
  tables: Object.assign({}, ...parts.map(({ tables }) => tables))
});

export const load = () => {
  const months = makeMonths();
  const years = makeYears();
  const everywhere = makeEverywhere();
  const since = makeSince();
  put(together([months.made, years.made, everywhere.made, since.made]));
  return { months: months.data, years: years.data, everywhere: everywhere.data, since: since.data };
};
