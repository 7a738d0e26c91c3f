import { error } from '@sveltejs/kit';
import { lateMarkup, latePicture } from '../../late';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => Object.keys(lateMarkup()).map((name) => ({ name }));

/** A drawing of the article's last sections as a picture, for a reader without script. */
export const GET = ({ params }) => {
  const picture = latePicture(params.name);
  if (!picture) error(404, 'There is no such drawing.');
  return new Response(picture, { headers: { 'Content-Type': 'image/svg+xml' } });
};
