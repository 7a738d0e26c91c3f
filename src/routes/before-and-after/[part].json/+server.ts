import { error, json } from '@sveltejs/kit';
import { makeEverywhere } from '../everywhere/make';
import { makeMonths } from '../months/make';
import { STEERED, type SteeredPart } from '../parts';
import { makeYears } from '../years/make';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => STEERED.map((part) => ({ part }));

const dataOf: Record<SteeredPart, () => unknown> = {
  around: () => makeMonths().data.around,
  models: () => makeYears().data.models,
  picker: () => makeEverywhere().data.picker
};

const isSteered = (name: string): name is SteeredPart => Object.hasOwn(dataOf, name);

/** What a part that the reader steers was written with, for the browser to take it over with the same. */
export const GET = ({ params }) => {
  if (!isSteered(params.part)) error(404, 'There is no such part.');
  return json(dataOf[params.part]());
};
