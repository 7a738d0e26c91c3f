import { error } from '@sveltejs/kit';
import { readDataSets } from '#lib/server/index-of-data.ts';
import { REFERENCE_FILES } from '../reference-files';
import { describeDataSet } from './describe';
import { describeReference } from './describe-reference';

export const entries = () => [...readDataSets(), ...REFERENCE_FILES].map(({ name }) => ({ set: name }));

export const load = ({ params }) => {
  const set = readDataSets().find(({ name }) => name === params.set);
  if (set) return { set: describeDataSet(set) };
  const reference = REFERENCE_FILES.find(({ name }) => name === params.set);
  if (reference) return { set: describeReference(reference) };
  error(404, 'There is no such data set.');
};
