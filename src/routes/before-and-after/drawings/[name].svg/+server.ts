import { error } from '@sveltejs/kit';
import { standaloneDrawing } from '#lib/drawing/standalone.ts';
import { drawings } from '../../drawings';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => Object.keys(drawings()).map((name) => ({ name }));

/** A drawing of a chapter as a picture at an address of its own, for those who embedded it. */
export const GET = ({ params }) => {
  const markup = drawings()[params.name];
  if (!markup) error(404, 'There is no such drawing.');
  return new Response(standaloneDrawing(markup), { headers: { 'Content-Type': 'image/svg+xml' } });
};
