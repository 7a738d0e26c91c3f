import { makeMonths } from './months/make';
import { put, type Made } from './shelf';

const together = (parts: Made[]): Made => ({
  drawings: Object.assign({}, ...parts.map(({ drawings }) => drawings)),
  tables: Object.assign({}, ...parts.map(({ tables }) => tables))
});

export const load = () => {
  const months = makeMonths();
  put(together([months.made]));
  return { months: months.data };
};
