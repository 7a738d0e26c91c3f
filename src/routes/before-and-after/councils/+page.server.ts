import { makeEverywhere } from '../everywhere/make';

export const load = () => {
  const { data, made } = makeEverywhere();
  return { total: data.total, sides: data.sides, missing: data.missing, table: made.tables.authorities! };
};
