import { makeMonths } from './months/make';
import { put, type Made } from './shelf';
import { makeYears } from './years/make';

const together = (parts: Made[]): Made => ({
  drawings: Object.assign({}, ...parts.map(({ drawings }) => drawings)),
  tables: Object.assign({}, ...parts.map(({ tables }) => tables))
});

export const load = () => {
  const months = makeMonths();
  const years = makeYears();
  put(together([months.made, years.made]));
  return { months: months.data, years: years.data };
};
