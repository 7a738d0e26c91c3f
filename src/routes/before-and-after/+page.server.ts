import { makeCase } from './case/make';
import { makeEverywhere } from './everywhere/make';
import { makeMonths } from './months/make';
import { makeRivals } from './rivals/make';
import { put, type Made } from './shelf';
import { makeSince } from './since/make';
import { makeYears } from './years/make';

const together = (parts: Made[]): Made => ({
  drawings: Object.assign({}, ...parts.map(({ drawings }) => drawings)),
  tables: Object.assign({}, ...parts.map(({ tables }) => tables))
});

export const load = () => {
  const theCase = makeCase();
  const months = makeMonths();
  const years = makeYears();
  const everywhere = makeEverywhere();
  const since = makeSince();
  put(together([theCase.made, months.made, years.made, everywhere.made, makeRivals().made, since.made]));
  return {
    theCase: theCase.data,
    months: months.data,
    years: years.data,
    everywhere: everywhere.data,
    since: since.data
  };
};
