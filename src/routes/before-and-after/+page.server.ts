import { render } from 'svelte/server';
import { makeCase } from './case/make';
import { makeEverywhere } from './everywhere/make';
import { places } from './late';
import { makeMonths } from './months/make';
import { makeRivals } from './rivals/make';
import { put, together } from './shelf';
import { makeShort } from './short/make';
import { makeSince } from './since/make';
import { makeYears } from './years/make';

export const load = () => {
  const parts = {
    short: makeShort(),
    case: makeCase(),
    months: makeMonths(),
    years: makeYears(),
    everywhere: makeEverywhere(),
    rivals: makeRivals(),
    since: makeSince()
  };
  const early = together([parts.short.made, parts.case.made, parts.rivals.made]);
  const late = together([parts.months.made, parts.years.made, parts.everywhere.made, parts.since.made]);
  put({
    made: {
      drawings: { ...early.drawings, ...places(late.drawings) },
      tables: { ...early.tables, ...late.tables },
      write: (component, props) => render(component, { props }).body
    },
    sections: Object.fromEntries(Object.entries(parts).map(([name, { data }]) => [name, data]))
  });
  return { areas: parts.everywhere.data.keys };
};
